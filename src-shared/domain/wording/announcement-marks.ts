/**
 * What stands before the words of an announcement wherever they go on from the desk, on paper or
 * pasted: that it is of a drill, that nobody has checked it yet, or that it is over. It is never
 * taken for one that holds.
 */
import { localized, type LocalizedText } from '../text.ts'
import { minuteText } from './instant.ts'

/** `outAt`, `over.at` in UTC ms; `over`: null while it holds; its instant is not always known. */
export type Outward = { drill: boolean; outAt: number | null; over: { at: number | null } | null }

/** `since`: a minute, or empty. */
type Mark = { name: LocalizedText; since: string }
const mark = (zh: string, en: string, since = ''): Mark => ({ name: localized(zh, en), since })

function validityMarks({ outAt, over }: Outward, zone: string): readonly Mark[] {
  if (over === null)
    return outAt === null ? [mark('待核对，不得发布', 'NOT CHECKED, DO NOT ISSUE')] : []
  if (outAt === null) return [mark('没有发布，已作废', 'NEVER ISSUED, VOID')]
  return [mark('已结束', 'OVER', over.at === null ? '' : ` ${minuteText(over.at, zone)}`)]
}

/** A drill first; `zone`: that of the site, in which minutes are given. */
const marksIn = (outward: Outward, zone: string): readonly Mark[] => [
  ...(outward.drill ? [mark('演练', 'EXERCISE')] : []),
  ...validityMarks(outward, zone),
]

/** Those that it has, as a document has them. */
export const marksOf = (outward: Outward, zone: string): readonly LocalizedText[] =>
  marksIn(outward, zone).map(({ name, since }) =>
    localized(`${name.zh}${since}`, `${name.en}${since}`),
  )

/** The words to be pasted: whoever reads them there has no screen that says how they stand. */
export const outwardText = (words: string, outward: Outward, zone: string): string =>
  `${marksIn(outward, zone)
    .map(({ name, since }) => `【${name.zh} ${name.en}${since}】`)
    .join('')}${words}`
