/** What can be mended at a press, rule by rule of the check. What is not named here is for people to write. */

import type { Finding, Texts } from '../draft/draft'
import { type Asks, type At, type Fix, placeOf, type Said } from './at'
import * as names from './names'
import * as settings from './settings'
import * as ways from './ways'
import * as wordings from './wordings'

export type { Asks, Fix, Mended } from './at'

const FIXES: Readonly<Record<string, (at: At) => (Fix | Asks)[]>> = {
  unknown_step: names.unknownStep,
  unknown_slot: names.unknownSlot,
  unknown_action: names.unknownAction,
  unknown_scenario: names.unknownScenario,
  unknown_intent: names.unknownIntent,
  intent_taken: names.takenOut,
  intent_without_scenario: names.leadsTo,
  unknown_name: names.unknownName,
  unknown_value: names.unknownValue,
  unknown_key: names.unknownKey,
  unknown_input: names.unknownInput,
  missing_input: names.missingInput,
  step_twice: names.stepTwice,
  bad_id: names.badId,
  dead_end: ways.deadEnd,
  branch_without_else: ways.withoutElse,
  way_never_taken: ways.neverTaken,
  unreachable_step: ways.unreachable,
  loop_without_asking: ways.askAgain,
  no_way_to_person: ways.offerPerson,
  never_called: ways.calledBefore,
  never_asked: ways.askedBefore,
  no_options: ways.noOptions,
  option_twice: ways.optionTwice,
  unfilled_variable: wordings.variable,
  happened_unknown: wordings.happened,
  scenario_without_intent: wordings.ledBy,
  missing_key: wordings.missing,
  empty: wordings.empty,
  jargon: wordings.plainly,
  never_say: settings.neverSaid,
  against_itself: settings.againstItself,
  move_without_words: settings.unworded,
  missing_policy: settings.shipped,
  unused_slot: settings.unused,
  close_before_silence: settings.closesLater,
  no_timezone: settings.zone,
  bounds_crossed: settings.swapped,
  example_twice: settings.dropped,
  example_in_two: settings.dropped,
}

export const MENDED_AT_A_PRESS = Object.keys(FIXES)

export function fixesOf(finding: Finding, texts: Texts, said: Said): (Fix | Asks)[] {
  const rule = FIXES[finding.rule]
  const at = rule === undefined ? null : placeOf(finding, texts, said)
  return rule === undefined || at === null ? [] : rule(at)
}
