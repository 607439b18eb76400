/**
 * Keeps words that people wrote from turning the words about them round. An element does it by
 * `<bdi>`; here it is done for what becomes part of a sentence, a title or a label.
 */
import { withoutUnseen } from '#shared/domain/unseen.ts'

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069']

/**
 * The same words without what shows nothing; words that run from right to left between the two
 * marks that isolate them (UAX #9), so that a number or a stop behind them stays where it is.
 */
export function isolated(words: string): string {
  const seen = withoutUnseen(words)
  return RIGHT_TO_LEFT.test(seen) ? `${FIRST_STRONG_ISOLATE}${seen}${POP_ISOLATE}` : seen
}
