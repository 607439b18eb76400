/**
 * The streams of the sheets of shift handovers, one each: who signed, and what was shown when they
 * did. Ids bear their time in front, so that sheets stand in the record in the order of time.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { HandoverPage } from './page.ts'

/** gives: hands over, takes: takes over. */
export type SigningRole = 'gives' | 'takes'
/** `at`: UTC ms. `by`: whom the record shows for it, the person at that desk. */
export type Signature = { person: Guarded; at: number; by: string }
/** Without the pages: these are read from the events of one sheet. */
export type HandoverSheet = { gives: Signature | null; takes: Signature | null }

export type HandoverSigned = {
  type: 'HandoverSigned'
  as: SigningRole
  person: Sealed
  page: HandoverPage
}
export type HandoverSheetEvent = HandoverSigned

/** Null while nobody has signed. */
export const handoverSheetStream = defineStream<
  HandoverSheet | null,
  HandoverSheetEvent,
  { 'handover-sheet': HandoverSheet }
>({
  name: 'handover.',
  initial: () => null,
  evolve: (sheet, { as, person, at, by }: Recorded<HandoverSheetEvent>) => ({
    ...(sheet ?? { gives: null, takes: null }),
    [as]: { person, at, by },
  }),
  loading: 'on-demand',
  documents: {
    'handover-sheet': {
      of: (sheet) => sheet,
      name: localized('交接班单', 'a sheet of a shift handover'),
      hasForm: is.fields<HandoverSheet>({
        gives: is.orNull(is.fields<Signature>({ person: is.guarded, at: is.number, by: is.words })),
        takes: is.orNull(is.fields<Signature>({ person: is.guarded, at: is.number, by: is.words })),
      }),
    },
  },
})
