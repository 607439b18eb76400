/**
 * The stream of shift handovers (交接班): the troubles that go from shift to shift until they are
 * settled, who handed over to whom, and whether the alarm was heard in this shift.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized } from '../text.ts'

/** `at`: when it was written down, UTC ms; `by`: by whom. */
export type TroubleNote = { id: string; words: Guarded; at: number; by: string }
/** Signed by who gives, and by nobody who takes. */
export type PendingHandover = { id: string; gives: Guarded; at: number; by: string }
/** Signed by both. */
export type LastHandover = PendingHandover & { takes: Guarded; takenAt: number; takenBy: string }
export type ToneHeard = { at: number; by: string }

/** `heard`: null as long as nobody of this shift has heard the alarm. */
export type Handover = {
  notes: readonly TroubleNote[]
  pending: PendingHandover | null
  last: LastHandover | null
  heard: ToneHeard | null
}

export type HandoverNoteAdded = { type: 'HandoverNoteAdded'; noteId: string; words: Sealed }
/** `words`: how it was settled; null where nobody has written it. */
export type HandoverNoteSettled = {
  type: 'HandoverNoteSettled'
  noteId: string
  words: Sealed | null
}
export type HandoverGiven = { type: 'HandoverGiven'; handoverId: string; gives: Sealed }
export type HandoverTaken = { type: 'HandoverTaken'; handoverId: string; takes: Sealed }
export type HandoverToneHeard = { type: 'HandoverToneHeard' }
export type HandoverEvent =
  HandoverNoteAdded | HandoverNoteSettled | HandoverGiven | HandoverTaken | HandoverToneHeard

export const NO_HANDOVER: Handover = { notes: [], pending: null, last: null, heard: null }

/** What it knows nothing of changes nothing. The next shift begins when one hands over. */
function evolve(state: Handover, event: Recorded<HandoverEvent>): Handover {
  const { at, by } = event
  switch (event.type) {
    case 'HandoverNoteAdded': {
      const { noteId: id, words } = event
      return { ...state, notes: [...state.notes, { id, words, at, by }] }
    }
    case 'HandoverNoteSettled':
      return { ...state, notes: state.notes.filter(({ id }) => id !== event.noteId) }
    case 'HandoverGiven': {
      const { handoverId: id, gives } = event
      return { ...state, pending: { id, gives, at, by }, heard: null }
    }
    case 'HandoverTaken': {
      const { pending } = state
      if (pending?.id !== event.handoverId) return state
      const { takes } = event
      return { ...state, pending: null, last: { ...pending, takes, takenAt: at, takenBy: by } }
    }
    case 'HandoverToneHeard':
      return { ...state, heard: { at, by } }
    default:
      return state
  }
}

const signed = { id: is.words, gives: is.guarded, at: is.number, by: is.words }

export const handoverStream = defineStream<Handover, HandoverEvent, { handover: Handover }>({
  name: 'handover',
  initial: () => NO_HANDOVER,
  evolve,
  documents: {
    handover: {
      of: (state) => state,
      name: localized('交接班', 'the shift handover'),
      hasForm: is.fields<Handover>({
        notes: is.list(
          is.fields<TroubleNote>({
            id: is.words,
            words: is.guarded,
            at: is.number,
            by: is.words,
          }),
        ),
        pending: is.orNull(is.fields<PendingHandover>(signed)),
        last: is.orNull(
          is.fields<LastHandover>({
            ...signed,
            takes: is.guarded,
            takenAt: is.number,
            takenBy: is.words,
          }),
        ),
        heard: is.orNull(is.fields<ToneHeard>({ at: is.number, by: is.words })),
      }),
    },
  },
})

type Written = { type: string; body: unknown }
const isAbout = ({ body }: Written, ids: ReadonlySet<string>): boolean => {
  const { noteId, handoverId } = body as { noteId?: string; handoverId?: string }
  return ids.has(noteId ?? handoverId ?? '')
}

/**
 * The events that the state still stands on, in their order: an emergency record takes no more of
 * the years along. `state`: after all of them.
 */
export function standingEvents<E extends Written>(
  events: readonly E[],
  { notes, pending, last, heard }: Handover,
): readonly E[] {
  const signedIds = [pending, last].flatMap((handover) => (handover ? [handover.id] : []))
  const ids = new Set([...notes.map(({ id }) => id), ...signedIds])
  const lastHeard = heard ? events.findLastIndex(({ type }) => type === 'HandoverToneHeard') : -1
  return events.filter((event, index) => index === lastHeard || isAbout(event, ids))
}
