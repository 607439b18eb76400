/** Suggests how grave an incident is; the severity itself is set by a person. */
import type { Severity } from '../record/scales.ts'
import type { Counts } from '../record/slices.ts'

const MILLION = 1_000_000

/**
 * From how many on, each limit included (以上 incl., 以下 excl.): 生产安全事故报告和调查处理条例 (493号) art. 3. Loss
 * is direct economic loss in yuan.
 */
const FROM: readonly { severity: Severity; dead: number; serious: number; loss: number }[] = [
  { severity: 'extraordinary', dead: 30, serious: 100, loss: 100 * MILLION },
  { severity: 'major', dead: 10, serious: 50, loss: 50 * MILLION },
  { severity: 'serious', dead: 3, serious: 10, loss: 10 * MILLION },
  { severity: 'ordinary', dead: 0, serious: 0, loss: 0 },
]

/**
 * The gravest severity that one of the known numbers reaches (493号 art. 3: any one of the three
 * criteria is enough), or null while none of dead, seriously injured and loss (yuan) is known.
 * Slightly injured and missing are no criteria there. An incident of the fourth category (社会安全事件)
 * is not graded by law (突发事件应对法 art. 3), so nothing is suggested for it.
 */
export function suggestSeverity(
  counts: Counts,
  loss: number | null,
  legalCategory: string | null = null,
): Severity | null {
  if (legalCategory === 'socialSecurity') return null
  const known = [counts.dead, counts.serious, loss].some(
    (figure) => figure !== undefined && figure !== null,
  )
  if (!known) return null
  const reached = FROM.find(
    (from) =>
      (counts.dead ?? -1) >= from.dead ||
      (counts.serious ?? -1) >= from.serious ||
      (loss ?? -1) >= from.loss,
  )
  return reached?.severity ?? null
}
