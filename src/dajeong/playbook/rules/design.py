"""Rules of design: what leaves a customer standing, or a name pointing at nothing."""

from dajeong.playbook.problem import Rule, rule

DESIGN: dict[str, Rule] = {
    # Names
    "unknown_slot": rule(
        "error",
        ko=("‘{word}’은(는) playbook.yaml의 slots에 없어요.", "이것을 뜻했는지 보거나 slots에 더해 주세요: {near}."),
        en=("There is no slot ‘{word}’ in playbook.yaml.", "Did you mean {near}? Or add it to slots."),
    ),
    "unknown_action": rule(
        "error",
        ko=("‘{word}’은(는) actions.yaml에 없어요.", "이것을 뜻했는지 보거나 actions.yaml에 더해 주세요: {near}."),
        en=("There is no action ‘{word}’ in actions.yaml.", "Did you mean {near}? Or declare it."),
    ),
    "unknown_input": rule(
        "error",
        ko=("‘{action}’에는 ‘{word}’(이)라는 입력이 없어요.", "다음 가운데 하나를 적어 주세요: {near}."),
        en=("The action ‘{action}’ has no input ‘{word}’.", "Use one of: {near}."),
    ),
    "missing_input": rule(
        "error",
        ko=("‘{action}’에 넣을 ‘{word}’이(가) 없어요.", "with에 `{word}: 알아둔 것의 이름`을 적어 주세요."),
        en=("The action ‘{action}’ is not given its input ‘{word}’.", "Add `{word}: slot_name` to with."),
    ),
    "unknown_scenario": rule(
        "error",
        ko=("‘{word}’(이)라는 시나리오가 없어요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no scenario ‘{word}’.", "Did you mean {near}?"),
    ),
    "unknown_step": rule(
        "error",
        ko=("이 시나리오에 ‘{word}’(이)라는 단계가 없어요.", "id를 더하거나 이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no step ‘{word}’ in this scenario.", "Give a step that id, or did you mean {near}?"),
    ),
    "unknown_intent": rule(
        "error",
        ko=("‘{word}’(이)라는 의도가 없어요.", "intents/에 더하거나 이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no intent ‘{word}’.", "Add it to intents/, or did you mean {near}?"),
    ),
    "unknown_pattern": rule(
        "error",
        ko=("‘{word}’은(는) playbook.yaml의 patterns에 없어요.", "patterns에 더하거나 이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no pattern ‘{word}’ in playbook.yaml.", "Add it to patterns, or did you mean {near}?"),
    ),
    "unknown_name": rule(
        "error",
        ko=("조건에 쓴 ‘{word}’은(는) 알 수 없는 이름이에요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("The condition looks at ‘{word}’, which nothing is called.", "Did you mean {near}?"),
    ),
    "unknown_value": rule(
        "error",
        ko=("‘{name}’은(는) ‘{word}’이(가) 될 수 없어요.", "다음 가운데 하나를 적어 주세요: {near}."),
        en=("‘{name}’ is never ‘{word}’.", "Use one of: {near}."),
    ),
    "unknown_promise": rule(
        "warning",
        ko=("‘{word}’은(는) 문장에서 알아볼 수 있는 약속이 아니에요.", "다음 가운데 하나로 시작하게 적어 주세요: {near}."),
        en=("‘{word}’ is no promise that can be recognised in a sentence.", "Begin it with one of: {near}."),
    ),
    "step_twice": rule(
        "error",
        ko=("‘{word}’(이)라는 단계가 둘이에요.", "하나의 id를 바꿔 주세요."),
        en=("Two steps are called ‘{word}’.", "Change the id of one."),
    ),
    # Ways
    "dead_end": rule(
        "error",
        ko=("‘{word}’ 단계 뒤에 아무것도 없어 고객이 멈춰 서요.", "뒤에 `- end: true`를 두거나 then을 적어 주세요."),
        en=("Nothing follows the step ‘{word}’: the customer is left standing.", "Add `- end: true` behind it, or a then."),
    ),
    "branch_without_else": rule(
        "error",
        ko=("어느 조건도 맞지 않을 때 갈 길이 없어요.", "갈래 맨 뒤에 `- else: 단계`를 더해 주세요."),
        en=("There is no way for when no condition is met.", "Add `- else: step` as the last way."),
    ),
    "way_never_taken": rule(
        "error",
        ko=("앞의 길이 언제나 먼저 골라져서 이 길로는 갈 수 없어요.", "else를 맨 뒤로 옮겨 주세요."),
        en=("The way before this one is always taken first.", "Move else to the end."),
    ),
    "unreachable_step": rule(
        "error",
        ko=("‘{word}’ 단계로 오는 길이 없어요.", "다른 단계의 then이나 갈래에서 가리키거나 지워 주세요."),
        en=("No way leads to the step ‘{word}’.", "Point at it from another step, or remove it."),
    ),
    "endless_loop": rule(
        "error",
        ko=("고객의 답을 기다리지 않고 ‘{word}’ 단계로 끝없이 돌아와요.", "고리 안에 묻거나 고르는 단계를 두거나 빠져나갈 길을 내 주세요."),
        en=("This goes back to ‘{word}’ for ever without waiting for the customer.", "Put a question into the loop, or a way out."),
    ),
    "loop_without_asking": rule(
        "error",
        ko=("‘{word}’ 단계로 돌아오지만 이미 답을 알아서 다시 묻지 않고 끝없이 돌아요.", "다시 물어야 하면 이 단계에 `fresh: true`를 적어 주세요."),
        en=("This comes back to ‘{word}’, which is known by then and not asked again: it never ends.", "Write `fresh: true` there to ask again."),
    ),
    "no_way_to_person": rule(
        "error",
        ko=("‘{word}’에서 답을 못 얻으면 두 번 안에 사람이나 끝에 닿지 못해요.", "otherwise를 지우면 상담원을 제안해요. 또는 hand_off 단계를 가리켜 주세요."),
        en=("Without an answer to ‘{word}’ no person and no end comes within two turns.", "Leave otherwise out to offer a person, or name a hand_off."),
    ),
    "nobody_offered": rule(
        "error",
        ko=("어느 방침도, 어느 시나리오도 사람을 먼저 제안하지 않아요.", "화난 고객을 위한 방침에 offer_person을 넣거나 hand_off 단계를 두어 주세요."),
        en=("No policy and no scenario ever offers a person.", "Put offer_person into a policy for angry customers, or add a hand_off step."),
    ),
    "endless_go": rule(
        "error",
        ko=("시나리오가 서로를 불러 끝없이 돌아요: {word}.", "한쪽의 go를 빼거나 사이에 묻는 단계를 두어 주세요."),
        en=("Scenarios play one another for ever: {word}.", "Remove one go, or ask something in between."),
    ),
    "intent_without_scenario": rule(
        "error",
        ko=("‘{word}’을(를) 알아들어도 이어지는 시나리오가 없어요.", "시나리오의 intents에 넣거나, 답 하나면 answers/로 옮겨 주세요."),
        en=("No scenario answers the intent ‘{word}’.", "Name it in a scenario's intents, or move it to answers/."),
    ),
    "intent_taken": rule(
        "warning",
        ko=("‘{word}’은(는) 이미 ‘{other}’ 시나리오로 이어져요.", "둘 가운데 하나에서 빼 주세요. 먼저 적힌 것만 쓰여요."),
        en=("The intent ‘{word}’ already leads to the scenario ‘{other}’.", "Take it out of one; only the first is used."),
    ),
    "scenario_without_intent": rule(
        "warning",
        ko=("‘{word}’ 시나리오로 이어지는 의도도, 부르는 시나리오도 없어요.", "intents를 적거나 다른 시나리오에서 go로 불러 주세요."),
        en=("Neither an intent nor another scenario leads to ‘{word}’.", "Give it intents, or go to it from another scenario."),
    ),
    # Feelings
    "missing_policy": rule(
        "error",
        ko=("‘{word}’ 마음에 답하는 방침이 없어요.", "empathy.yaml에 이 마음을 위한 방침을 더하거나 `extends: default`로 바탕을 써 주세요."),
        en=("No policy meets the feeling ‘{word}’.", "Add one to empathy.yaml, or start from the shipped ones with `extends: default`."),
    ),
    "pity": rule(
        "warning",
        ko=("담담한 질문에도 ‘{word}’ 방침이 마음을 달래요.", "when에 mood나 strength를 적어 좁혀 주세요."),
        en=("The policy ‘{word}’ comforts a customer who asks a neutral question.", "Narrow its when by mood or strength."),
    ),
    "against_itself": rule(
        "error",
        ko=("‘{word}’을(를) 하라고도, 하지 말라고도 적혀 있어요.", "moves나 forbidden 한쪽에서 빼 주세요."),
        en=("‘{word}’ is both wanted and forbidden.", "Take it out of moves or of forbidden."),
    ),
    "move_without_words": rule(
        "error",
        ko=("‘{word}’을(를) 하려 해도 쓸 말이 없어요.", "wordings에 이 행동의 말을 더해 주세요."),
        en=("There are no words for the move ‘{word}’.", "Add wordings for it."),
    ),
    # Slots and variables
    "never_asked": rule(
        "error",
        ko=("‘{word}’을(를) 쓰지만 묻거나 고르게 하는 곳이 없어요.", "시나리오에 `- ask: {word}` 단계를 더해 주세요."),
        en=("‘{word}’ is used, but never asked or chosen.", "Add a step `- ask: {word}`."),
    ),
    "unused_slot": rule(
        "warning",
        ko=("‘{word}’은(는) 어디에도 쓰이지 않아요.", "쓰거나 지워 주세요."),
        en=("The slot ‘{word}’ is used nowhere.", "Use it or remove it."),
    ),
    "unfilled_variable": rule(
        "error",
        ko=("{{{word}}} 자리를 채울 것이 없어요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("Nothing fills {{{word}}}.", "Did you mean {near}?"),
    ),
    "never_called": rule(
        "error",
        ko=("‘{word}’을(를) 쓰지만 이 시나리오에 오기까지 ‘{action}’을(를) 부르지 않아요.", "앞에 `- call: {action}` 단계를 두어 주세요."),
        en=("‘{word}’ is used, but ‘{action}’ is not called on the way here.", "Put `- call: {action}` before it."),
    ),
    "happened_unknown": rule(
        "error",
        ko=("{{happened}}를 쓰지만 이 시나리오와 의도에 겪은 일(happened)이 없어요.", "시나리오나 의도에 happened를 적어 주세요."),
        en=("{{happened}} is used, but neither this scenario nor its intents have one.", "Write happened in the scenario or the intent."),
    ),
    "braces": rule(
        "error",
        ko=("중괄호의 짝이 맞지 않거나 안의 이름이 잘못됐어요.", "`{{order_number}}`처럼 이름을 빈칸 없이 감싸 주세요."),
        en=("A brace is not closed, or holds no name.", "Write a name without blanks, such as `{{order_number}}`."),
    ),
    "slot_without_pattern": rule(
        "error",
        ko=("종류가 pattern인데 어떤 형식인지 없어요.", "`pattern: 형식 이름`을 적어 주세요."),
        en=("The type is pattern, but none is named.", "Add `pattern: name`."),
    ),
    "bad_pattern": rule(
        "error",
        ko=("정규식으로 읽을 수 없어요.", "괄호와 역슬래시를 살펴보고, 값을 작은따옴표로 감싸 주세요."),
        en=("This is not a regular expression.", "Look at its brackets and backslashes, and put it in single quotes."),
    ),
    "slow_pattern": rule(
        "error",
        ko=("반복 안에 반복이 있어 긴 글에서 아주 느려질 수 있어요.", "`(\\d+)+`처럼 겹친 반복을 하나로 줄여 주세요."),
        en=("A repetition inside a repetition can take for ever on a long text.", "Use one repetition instead of two, as in `(\\d+)+`."),
    ),
    "pattern_of_nothing": rule(
        "error",
        ko=("빈 글에도 맞는 정규식이에요.", "적어도 한 글자는 있어야 맞도록 고쳐 주세요."),
        en=("This matches an empty text.", "Make it want at least one character."),
    ),
    "no_options": rule(
        "error",
        ko=("고를 것이 없어요.", "options를 두 개 이상 적어 주세요."),
        en=("There is nothing to choose.", "Write at least two options."),
    ),
    "option_twice": rule(
        "error",
        ko=("‘{word}’(이)라는 보기가 둘이에요.", "하나를 지우거나 달리 적어 주세요."),
        en=("There are two options ‘{word}’.", "Remove one, or name it differently."),
    ),
    "bounds_crossed": rule(
        "error",
        ko=("가장 작은 수가 가장 큰 수보다 커요.", "at_least와 at_most를 바꿔 주세요."),
        en=("The smallest number is larger than the largest.", "Swap at_least and at_most."),
    ),
    "bounds_without_number": rule(
        "error",
        ko=("{word} 슬롯에는 가장 작은 수와 가장 큰 수가 쓸모없어요. 맞는 답이 하나도 없게 돼요.", "이 줄을 지우거나 종류를 number나 amount로 바꿔 주세요."),
        en=("A slot of type {word} has no smallest or largest number: no answer would ever fit.", "Remove this line, or use the type number or amount."),
    ),
    "no_timezone": rule(
        "warning",
        ko=("날짜나 시각을 다루는데 시간대가 없어서 UTC로 셈해요.", "고객이 사는 곳을 `timezone: Asia/Seoul`처럼 적어 주세요."),
        en=("There are days or times here, but no time zone: “today” is the day in UTC.", "Name the customers' own, as in `timezone: America/New_York`."),
    ),
    "close_before_silence": rule(
        "warning",
        ko=("한마디 건네기도 전에 닫는 시간이에요.", "close_after를 silence_after보다 길게 적어 주세요."),
        en=("This closes sooner than it waits before the one kind line.", "Make close_after longer than silence_after."),
    ),
    # Examples
    "few_examples": rule(
        "warning",
        ko=("‘{word}’의 예문이 {count}개뿐이에요.", "서로 다른 말투로 다섯 개 넘게, 열 개쯤 적어 주세요."),
        en=("‘{word}’ has only {count} examples.", "Write more than five, in different words; ten is good."),
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
