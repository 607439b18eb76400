/**
 * Decides on a shift handover: what is written down and settled, who may sign when. Nothing waits
 * for it: the new shift acts before it has signed, and a clock that jumps changes nothing, since
 * only the order of the record counts.
 */
import { accept, refuse, unreachable, type Decision, type Refusal } from '../decision.ts'
import { nameReserved } from '../operator/decide.ts'
import { nameKey } from '../register-import/names.ts'
import { shown, type Guarded, type Open, type Sealed } from '../sealed.ts'
import { STATION_NAMES } from '../station/names.ts'
import { localized } from '../text.ts'
import { minuteText } from '../wording/instant.ts'
import type { Handover, HandoverEvent } from './stream.ts'

/** `sealed`: the name as the record has it. */
export type Signatory = { name: string; sealed: Sealed }

export type AddTroubleNote = { type: 'AddTroubleNote'; noteId: string; words: Sealed }
export type SettleTroubleNote = {
  type: 'SettleTroubleNote'
  noteId: string
  words: Sealed | null
}
/** `replaces`: the handover that nobody took and that this one takes the place of. */
export type GiveHandover = {
  type: 'GiveHandover'
  handoverId: string
  gives: Signatory
  replaces: string | null
}
export type TakeHandover = { type: 'TakeHandover'; handoverId: string; takes: Signatory }
export type HearTone = { type: 'HearTone' }
export type HandoverCommand =
  AddTroubleNote | SettleTroubleNote | GiveHandover | TakeHandover | HearTone

/** `open` gives the name of a seal. `zone`: IANA, of the times in a refusal. */
export type HandoverWorld = { open: Open; zone: string }

const unknownNote = (): Refusal =>
  refuse(
    'unknown-note',
    localized(
      '没有这条遗留问题，或已经有人销掉了',
      'There is no such trouble note, or somebody has settled it already',
    ),
  )
const unknownHandover = (): Refusal =>
  refuse('unknown-handover', localized('没有这次交接班', 'There is no such shift handover'))
const samePerson = (name: string): Refusal =>
  refuse(
    'same-person',
    localized(
      `交班人已是${name}，接班人请填另一个人`,
      `${name} has signed as who hands over: somebody else has to take over`,
    ),
  )

type Signed = { signed: Guarded; at: number }

const alreadyGiven = ({ signed, at }: Signed, { open, zone }: HandoverWorld): Refusal => {
  const [name, time] = [shown(signed, open), minuteText(at, zone)]
  return refuse(
    'handover-pending',
    localized(
      `${name}已在${time}交班签字，等接班人签字`,
      `${name} signed as who hands over at ${time}; who takes over has to sign now`,
    ),
  )
}
const alreadyTaken = ({ signed, at }: Signed, { open, zone }: HandoverWorld): Refusal => {
  const [name, time] = [shown(signed, open), minuteText(at, zone)]
  return refuse(
    'handover-taken',
    localized(
      `${name}已在${time}接班签字，不用再签`,
      `${name} took over at ${time}: nobody has to sign again`,
    ),
  )
}
const replaced = (): Refusal =>
  refuse(
    'not-as-seen',
    localized(
      '交班人已重新签字，请看过最新的内容再签',
      'Who hands over has signed anew: look at it again before you sign',
    ),
  )

/** Of the one that was signed by both last, if it is this one. */
const takenAlready = (
  handoverId: string | null,
  { last }: Handover,
  world: HandoverWorld,
): Refusal | null =>
  last !== null && last.id === handoverId
    ? alreadyTaken({ signed: last.takes, at: last.takenAt }, world)
    : null

function give(
  state: Handover,
  { handoverId, gives, replaces }: GiveHandover,
  world: HandoverWorld,
): Decision<HandoverEvent> {
  const { pending } = state
  if (STATION_NAMES.includes(gives.name)) return nameReserved(gives.name)
  if (pending && pending.id !== replaces)
    return alreadyGiven({ signed: pending.gives, at: pending.at }, world)
  const taken = takenAlready(replaces, state, world)
  if (!pending && taken) return taken
  return accept({ type: 'HandoverGiven', handoverId, gives: gives.sealed })
}

function take(
  state: Handover,
  { handoverId, takes }: TakeHandover,
  world: HandoverWorld,
): Decision<HandoverEvent> {
  const { pending } = state
  if (STATION_NAMES.includes(takes.name)) return nameReserved(takes.name)
  if (pending?.id !== handoverId)
    return takenAlready(handoverId, state, world) ?? (pending ? replaced() : unknownHandover())
  if (nameKey(shown(pending.gives, world.open)) === nameKey(takes.name))
    return samePerson(takes.name)
  return accept({ type: 'HandoverTaken', handoverId, takes: takes.sealed })
}

/**
 * Refusals: `unknown-note` (also: settled already); giving: `handover-pending` while one waits to
 * be taken and is not the one that is replaced, `handover-taken` if that was taken meanwhile;
 * taking: `handover-taken` twice, `not-as-seen` if it was replaced, `unknown-handover`,
 * `same-person`, however the name is spread out; signing by a name of the station's own:
 * `name-reserved`.
 */
export function decideHandover(
  state: Handover,
  command: HandoverCommand,
  world: HandoverWorld,
): Decision<HandoverEvent> {
  switch (command.type) {
    case 'AddTroubleNote': {
      const { noteId, words } = command
      return accept({ type: 'HandoverNoteAdded', noteId, words })
    }
    case 'SettleTroubleNote': {
      const { noteId, words } = command
      return state.notes.some(({ id }) => id === noteId)
        ? accept({ type: 'HandoverNoteSettled', noteId, words })
        : unknownNote()
    }
    case 'GiveHandover':
      return give(state, command, world)
    case 'TakeHandover':
      return take(state, command, world)
    case 'HearTone':
      return accept({ type: 'HandoverToneHeard' })
    default:
      return unreachable(command)
  }
}
