/**
 * Reads the rows of a table of talks, and decides what each becomes: a new one, one that is put
 * right, or one that is there just so. A talk is known again by its day, whom it was with and what
 * it was about.
 */
import type { ImportedRow } from '../imported-row.ts'
import { spelled } from '../places/known.ts'
import { localized } from '../text.ts'
import { talkAhead } from './decide.ts'
import type { TalkKind } from './talk.ts'

/** `on`: local day. Without `agreed`, what was agreed stays as it is. */
export type TalkRow = {
  row: number
  on: string
  whom: string
  kind: TalkKind
  person: string
  words: string
  agreed?: string | null | undefined
}
/** A talk that stands, with its words opened. */
export type KnownTalk = Omit<TalkRow, 'row' | 'agreed'> & { id: string; agreed: string | null }
/** `talkId` null: a new one. */
export type TakenTalk = { talkId: string | null; row: TalkRow; agreed: string | null }

const TWICE = localized('表里前面已有这次往来', 'The table has this talk in an earlier row')

const keyOf = ({ on, whom, words }: Pick<TalkRow, 'on' | 'whom' | 'words'>): string =>
  JSON.stringify([on, spelled(whom), spelled(words)])

/**
 * `read`: what becomes of a row, one after the other; `taken`: what follows of those that change
 * something. `today`: local date of the site.
 */
export function talkRowReader(
  known: readonly KnownTalk[],
  { today }: { today: string },
): { read: (row: TalkRow) => ImportedRow; taken: readonly TakenTalk[] } {
  const before = new Map(known.map((talk) => [keyOf(talk), talk]))
  const taken: TakenTalk[] = []
  const seen = new Set<string>()

  function read(row: TalkRow): ImportedRow {
    const outcome = (of: ImportedRow['outcome'], message: ImportedRow['message'] = null) => ({
      ...{ row: row.row, outcome: of, message },
    })
    const key = keyOf(row)
    if (seen.has(key)) return outcome('refused', TWICE)
    seen.add(key)
    if (row.on > today) return outcome('refused', talkAhead().message)
    const talk = before.get(key)
    const agreed = row.agreed ?? talk?.agreed ?? null
    const isSame =
      talk?.kind === row.kind &&
      spelled(talk.person) === spelled(row.person) &&
      spelled(talk.agreed ?? '') === spelled(agreed ?? '')
    if (isSame) return outcome('same')
    taken.push({ talkId: talk?.id ?? null, row, agreed })
    return outcome(talk ? 'changed' : 'new')
  }

  return { read, taken }
}
