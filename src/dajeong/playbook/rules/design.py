"""Rules of design: what leaves a customer standing, or a name pointing at nothing."""

from dajeong.playbook.problem import Rule, rule

DESIGN: dict[str, Rule] = {
    # Names
    "unknown_slot": rule(
        "error",
        ko=("‘{word}’(이)라는 알아둘 값이 없어요.", "이것을 뜻했는지 보거나 새로 만들어 주세요: {near}. 알아둘 값은 playbook.yaml의 `slots`에 적어요."),
        en=("Nothing to ask for is called ‘{word}’.", "Did you mean {near}? Or declare it under `slots` in playbook.yaml."),
    ),
    "unknown_action": rule(
        "error",
        ko=("‘{word}’(이)라는 행동이 없어요.", "이것을 뜻했는지 보거나 새로 요청해 주세요: {near}. 행동은 actions.yaml에 적어요."),
        en=("There is no action ‘{word}’.", "Did you mean {near}? Or ask for it: actions.yaml declares what there is."),
    ),
    "unknown_input": rule(
        "error",
        ko=("행동 ‘{action}’에는 ‘{word}’(이)라는 넣을 값이 없어요.", "다음 가운데 하나를 적어 주세요: {near}."),
        en=("Nothing called ‘{word}’ can be given to the action ‘{action}’.", "Use one of: {near}."),
    ),
    "missing_input": rule(
        "error",
        ko=(
            "행동 ‘{action}’에 넣을 ‘{word}’이(가) 정해지지 않았어요.",
            "알아둔 값 가운데 무엇을 넣을지 정해 주세요. 글에서는 `with`에 `{word}: 알아둔 값의 이름`으로 적어요.",
        ),
        en=("The action ‘{action}’ needs ‘{word}’, and nothing is given for it.", "Say which of the known values it gets: `{word}: its_name` under `with`."),
    ),
    "unknown_scenario": rule(
        "error",
        ko=("‘{word}’(이)라는 시나리오가 없어요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no scenario ‘{word}’.", "Did you mean {near}?"),
    ),
    "unknown_step": rule(
        "error",
        ko=("이 시나리오에 ‘{word}’(이)라는 단계가 없어요.", "그 이름표(`id`)를 단 단계를 만들거나 이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no step ‘{word}’ in this scenario.", "Make a step of that name (its `id`), or did you mean {near}?"),
    ),
    "unknown_intent": rule(
        "error",
        ko=("‘{word}’(이)라는 의도가 없어요.", "intents/에 더하거나 이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no intent ‘{word}’.", "Add it to intents/, or did you mean {near}?"),
    ),
    "unknown_pattern": rule(
        "error",
        ko=("‘{word}’(이)라는 형식이 없어요.", "이것을 뜻했는지 보거나 더해 주세요: {near}. 형식은 playbook.yaml의 `patterns`에 적어요."),
        en=("There is no pattern ‘{word}’.", "Did you mean {near}? Or add it under `patterns` in playbook.yaml."),
    ),
    "unknown_name": rule(
        "error",
        ko=("조건에 쓴 ‘{word}’은(는) 알 수 없는 이름이에요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("The condition asks about ‘{word}’, and there is no such thing.", "Did you mean {near}?"),
    ),
    "unknown_value": rule(
        "error",
        ko=("‘{name}’은(는) ‘{word}’이(가) 될 수 없어요.", "다음 가운데 하나를 적어 주세요: {near}."),
        en=("‘{name}’ is never ‘{word}’.", "Use one of: {near}."),
    ),
    "unknown_promise": rule(
        "warning",
        ko=("행동이 약속해도 되는 것에 적힌 ‘{word}’은(는) 문장에서 알아볼 수 없는 약속이에요.", "다음 가운데 하나로 시작하게 적어 주세요: {near}."),
        en=("An action may promise ‘{word}’, but no sentence can be told to promise that.", "Begin it with one of: {near}."),
    ),
    "step_twice": rule(
        "error",
        ko=("‘{word}’(이)라는 단계가 둘이에요.", "하나의 이름표(`id`)를 바꿔 주세요."),
        en=("Two steps are called ‘{word}’.", "Give one of them another name (its `id`)."),
    ),
    # Ways
    "dead_end": rule(
        "error",
        ko=("‘{word}’ 단계 뒤에 아무것도 없어 고객이 멈춰 서요.", "뒤에 ‘끝’ 단계를 두거나 다음 단계를 정해 주세요. 글에서는 `- end: true`나 `then`이에요."),
        en=(
            "Nothing follows the step ‘{word}’: the customer is left standing.",
            "Put an end behind it, or say which step is next: `- end: true` or `then` in the text.",
        ),
    ),
    "branch_without_else": rule(
        "error",
        ko=("어느 조건도 맞지 않을 때 갈 길이 없어요.", "‘그 밖에는’ 길을 더해 주세요. 글에서는 갈래 맨 뒤의 `- else: 단계`예요."),
        en=("There is no way for when no condition is met.", "Add a way for everything else: `- else: step`, as the last one."),
    ),
    "way_never_taken": rule(
        "error",
        ko=("앞의 길이 언제나 먼저 골라져서 이 길로는 갈 수 없어요.", "‘그 밖에는’ 길(`else`)을 맨 뒤로 옮겨 주세요."),
        en=("The way before this one is always taken first.", "Move the way for everything else (`else`) to the end."),
    ),
    "unreachable_step": rule(
        "error",
        ko=("‘{word}’ 단계로 오는 길이 없어요.", "다른 단계에서 이어 주거나 지워 주세요."),
        en=("No way leads to the step ‘{word}’.", "Lead to it from another step, or remove it."),
    ),
    "endless_loop": rule(
        "error",
        ko=("고객의 답을 기다리지 않고 ‘{word}’ 단계로 끝없이 돌아와요.", "돌아오는 길에 묻거나 고르게 하는 단계를 두거나 빠져나갈 길을 내 주세요."),
        en=("This goes back to ‘{word}’ for ever without waiting for the customer.", "Ask something on the way round, or give it a way out."),
    ),
    "loop_without_asking": rule(
        "error",
        ko=("‘{word}’ 단계로 돌아오지만 이미 답을 알아서 다시 묻지 않고 끝없이 돌아요.", "‘알고 있어도 다시 묻기’를 켜 주세요. 글에서는 `fresh: true`예요."),
        en=(
            "This comes back to ‘{word}’, which is known by then and not asked again: it never ends.",
            "Have it asked although it is known: `fresh: true` in the text.",
        ),
    ),
    "no_way_to_person": rule(
        "error",
        ko=(
            "‘{word}’에서 끝내 답을 못 들으면 두 번 안에 상담원이나 끝에 닿지 못해요.",
            "‘끝내 답을 못 들으면’(`otherwise`)을 비워 상담원을 권하거나, 사람에게 넘기는 단계로 이어 주세요.",
        ),
        en=(
            "Without an answer to ‘{word}’ no person and no end comes within two turns.",
            "Leave open what happens without an answer (`otherwise`), so that a person is offered, or lead it to a step that hands over.",
        ),
    ),
    "nobody_offered": rule(
        "error",
        ko=(
            "어느 방침도, 어느 시나리오도 먼저 상담원을 권하지 않아요.",
            "화난 고객을 위한 방침에 ‘사람 제안’(`offer_person`)을 넣거나 사람에게 넘기는 단계를 두어 주세요.",
        ),
        en=("No policy and no scenario ever offers a person.", "Let a policy for angry customers offer one (`offer_person`), or add a step that hands over."),
    ),
    "endless_go": rule(
        "error",
        ko=("시나리오가 서로를 불러 끝없이 돌아요: {word}.", "한쪽에서 ‘다른 시나리오로’ 단계를 빼거나 사이에 묻는 단계를 두어 주세요."),
        en=("Scenarios play one another for ever: {word}.", "Take out one of the steps that go on to the other, or ask something in between."),
    ),
    "intent_without_scenario": rule(
        "error",
        ko=(
            "‘{word}’을(를) 알아들어도 이어지는 시나리오가 없어요.",
            "이 의도로 시작할 시나리오를 정해 주세요. 답 하나면 되면 바로 답하는 질문(answers/)으로 옮겨 주세요.",
        ),
        en=("No scenario answers the intent ‘{word}’.", "Choose a scenario that begins with it, or make it a question that is answered at once (answers/)."),
    ),
    "intent_taken": rule(
        "warning",
        ko=("‘{word}’은(는) 이미 ‘{other}’ 시나리오로 이어져요.", "둘 가운데 하나에서 빼 주세요. 먼저 적힌 것만 쓰여요."),
        en=("The intent ‘{word}’ already leads to the scenario ‘{other}’.", "Take it out of one; only the first is used."),
    ),
    "scenario_without_intent": rule(
        "warning",
        ko=("‘{word}’ 시나리오로 이어지는 의도도, 부르는 시나리오도 없어요.", "이 시나리오로 오는 의도를 고르거나, 다른 시나리오에서 이어 가게 해 주세요."),
        en=("Neither an intent nor another scenario leads to ‘{word}’.", "Choose intents that lead here, or go on to it from another scenario."),
    ),
    # Feelings
    "missing_policy": rule(
        "error",
        ko=(
            "‘{word}’ 마음에 답하는 방침이 없어요.",
            "공감 표에서 이 마음의 방침을 만들거나 기본 방침을 바탕으로 쓰세요. 글에서는 empathy.yaml의 `extends: default`예요.",
        ),
        en=(
            "No policy meets the feeling ‘{word}’.",
            "Make one in the table of empathy, or start from the shipped ones with `extends: default` in empathy.yaml.",
        ),
    ),
    "pity": rule(
        "warning",
        ko=("담담한 질문에도 ‘{word}’ 방침이 마음을 달래요.", "어떤 기분이나 세기일 때 쓸지 조건(`when`)을 좁혀 주세요."),
        en=("The policy ‘{word}’ comforts a customer who asks a neutral question.", "Narrow when it is used (`when`), by mood or strength."),
    ),
    "against_itself": rule(
        "error",
        ko=("‘{word}’을(를) 하기로도, 하지 않기로도 정해져 있어요.", "할 것(`moves`)이나 하지 않을 것(`forbidden`) 한쪽에서 빼 주세요."),
        en=("‘{word}’ is both to be done and never to be done.", "Take it out of one of the two: `moves` or `forbidden`."),
    ),
    "move_without_words": rule(
        "error",
        ko=("‘{word}’을(를) 하려 해도 쓸 말이 없어요.", "이때 할 말을 적어 주세요. 글에서는 empathy.yaml의 `wordings`예요."),
        en=("There are no words for the move ‘{word}’.", "Write what to say then, under `wordings` in empathy.yaml."),
    ),
    # Slots and variables
    "never_asked": rule(
        "error",
        ko=("‘{word}’을(를) 쓰지만 묻거나 고르게 하는 곳이 없어요.", "시나리오에 이것을 묻는 단계를 더해 주세요. 글에서는 `- ask: {word}`예요."),
        en=("‘{word}’ is used, but never asked or chosen.", "Add a step that asks for it: `- ask: {word}`."),
    ),
    "unused_slot": rule(
        "warning",
        ko=("알아둘 값 ‘{word}’은(는) 어디에도 쓰이지 않아요.", "쓰거나 지워 주세요."),
        en=("‘{word}’ is kept as something to ask for, and used nowhere.", "Use it or remove it."),
    ),
    "unfilled_variable": rule(
        "error",
        ko=("{{{word}}} 자리를 채울 것이 없어요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("Nothing fills {{{word}}}.", "Did you mean {near}?"),
    ),
    "never_called": rule(
        "error",
        ko=(
            "‘{word}’을(를) 쓰지만 여기에 오기까지 행동 ‘{action}’을(를) 부르지 않아요.",
            "앞에 이 행동을 부르는 단계를 두어 주세요. 글에서는 `- call: {action}`이에요.",
        ),
        en=("‘{word}’ is used, but the action ‘{action}’ is not called on the way here.", "Call it in a step before: `- call: {action}`."),
    ),
    "happened_unknown": rule(
        "error",
        ko=(
            "고객이 겪은 일({{happened}})을 말하지만, 이 시나리오에도 의도에도 적혀 있지 않아요.",
            "시나리오나 의도에 ‘고객이 겪은 일’(`happened`)을 적어 주세요.",
        ),
        en=(
            "This speaks of what befell the customer ({{happened}}), which neither the scenario nor its intents say.",
            "Write what befell the customer (`happened`) in the scenario or the intent.",
        ),
    ),
    "braces": rule(
        "error",
        ko=("중괄호의 짝이 맞지 않거나 안의 이름이 잘못됐어요.", "`{{order_number}}`처럼 이름을 빈칸 없이 감싸 주세요."),
        en=("A brace is not closed, or holds no name.", "Write a name without blanks, such as `{{order_number}}`."),
    ),
    "slot_without_pattern": rule(
        "error",
        ko=("정해진 형식으로 알아볼 값인데 어떤 형식인지 없어요.", "`pattern: 형식 이름`을 적어 주세요."),
        en=("This is to be known by its pattern, but none is named.", "Add `pattern: name`."),
    ),
    "bad_pattern": rule(
        "error",
        ko=("형식(정규식)을 읽을 수 없어요.", "괄호와 역슬래시를 살펴보고, 값을 작은따옴표로 감싸 주세요."),
        en=("This pattern (a regular expression) cannot be read.", "Look at its brackets and backslashes, and put it in single quotes."),
    ),
    "slow_pattern": rule(
        "error",
        ko=("반복 안에 반복이 있어 긴 글에서 아주 느려질 수 있어요.", "`(\\d+)+`처럼 겹친 반복을 하나로 줄여 주세요."),
        en=("A repetition inside a repetition can take for ever on a long text.", "Use one repetition instead of two, as in `(\\d+)+`."),
    ),
    "pattern_of_nothing": rule(
        "error",
        ko=("아무것도 없는 글에도 맞는 형식이에요.", "적어도 한 글자는 있어야 맞도록 고쳐 주세요."),
        en=("This pattern matches an empty text.", "Make it want at least one character."),
    ),
    "no_options": rule(
        "error",
        ko=("고를 것이 없어요.", "고를 단추를 두 개 이상 놓아 주세요. 글에서는 `options`예요."),
        en=("There is nothing to choose.", "Give at least two buttons to choose from: `options` in the text."),
    ),
    "option_twice": rule(
        "error",
        ko=("‘{word}’(이)라는 보기가 둘이에요.", "하나를 지우거나 달리 적어 주세요."),
        en=("There are two options ‘{word}’.", "Remove one, or name it differently."),
    ),
    "bounds_crossed": rule(
        "error",
        ko=("가장 작은 수가 가장 큰 수보다 커요.", "둘을 서로 바꿔 주세요: `at_least`가 작은 수, `at_most`가 큰 수예요."),
        en=("The smallest number is larger than the largest.", "Swap the two: `at_least` is the smallest, `at_most` the largest."),
    ),
    "bounds_without_number": rule(
        "error",
        ko=(
            "종류가 {word}인 값에는 가장 작은 수와 가장 큰 수가 쓸모없어요. 맞는 답이 하나도 없게 돼요.",
            "이 줄을 지우거나 종류를 숫자(number)나 금액(amount)으로 바꿔 주세요.",
        ),
        en=("A value of type {word} has no smallest or largest number: no answer would ever fit.", "Remove this line, or use the type number or amount."),
    ),
    "no_timezone": rule(
        "warning",
        ko=("날짜나 시각을 다루는데 시간대가 없어서 세계 표준시(UTC)로 ‘오늘’을 셈해요.", "고객이 사는 곳을 적어 주세요: `timezone: Asia/Seoul`."),
        en=(
            "There are days or times here, but no time zone: “today” is the day in universal time (UTC).",
            "Name the customers' own, as in `timezone: America/New_York`.",
        ),
    ),
    "close_before_silence": rule(
        "warning",
        ko=(
            "말없이 기다리다 한마디 건네기도 전에 대화를 닫아요.",
            "닫기까지의 시간(`close_after`)을 한마디 건네기까지의 시간(`silence_after`)보다 길게 해 주세요.",
        ),
        en=(
            "The conversation closes before the one kind line is said.",
            "Make the time until it closes (`close_after`) longer than the time until that line (`silence_after`).",
        ),
    ),
    # Examples
    "few_examples": rule(
        "warning",
        ko=("‘{word}’의 예문이 {count}개뿐이에요.", "서로 다른 말투로 다섯 개 이상, 열 개쯤 적어 주세요."),
        en=("‘{word}’ has only {count} examples.", "Write five or more, in different words; ten is good."),
    ),
    "example_twice": rule(
        "warning",
        ko=("같은 예문이 위에 이미 있어요.", "지우거나 다른 말로 바꿔 주세요."),
        en=("The same example stands above.", "Remove it or put it in other words."),
    ),
    "example_in_two": rule(
        "error",
        ko=("같은 예문이 ‘{other}’에도 있어 어느 쪽인지 알 수 없어요.", "한쪽에만 남겨 주세요."),
        en=("The same example also stands for ‘{other}’: nobody could tell which is meant.", "Keep it in one of them."),
    ),
}  # fmt: skip
