/** Why something is not done with a supply, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { monthsAfter } from '../due-days.ts'
import { localized } from '../text.ts'

export const unknownSupply = (): Refusal =>
  refuse('unknown-supply', localized('没有这项物资', 'There is no such supply'))
export const unknownIssue = (): Refusal =>
  refuse('unknown-supply-issue', localized('没有这笔领用', 'Nothing was issued under this id'))
export const inThreeMinutes = (): Refusal =>
  refuse(
    'drill-state',
    localized(
      '三分钟演练不动物资：说出领什么就行',
      'A three-minute drill moves no supplies: say what you would take',
    ),
  )
export const unknownBatch = (): Refusal =>
  refuse('unknown-batch', localized('没有这个批号', 'There is no such batch'))
export const supplyWithdrawn = (): Refusal =>
  refuse(
    'supply-withdrawn',
    localized('这项物资已停用，要用先恢复使用', 'It has left the register: restore it first'),
  )

/** What there is, in a sentence of its own: whoever asks needs the figure. */
export function supplyShort(
  count: number,
  { usable, stock, unit }: { usable: number; stock: number; unit: string },
): Refusal {
  const expired = stock - usable
  const [zh, en] =
    expired > 0
      ? [`（另有${expired}${unit}已过期，不能用）`, ` (${expired} more have expired)`]
      : ['', '']
  return refuse(
    'supply-short',
    localized(
      `不够：要${count}${unit}，能用的只有${usable}${unit}${zh}`,
      `Not enough: ${count} wanted, ${usable} ${unit} can be used${en}`,
    ),
    [String(usable)],
  )
}
export const notSoMany = (left: number, unit: string): Refusal =>
  refuse('supply-short', localized(`只有${left}${unit}`, `There are only ${left} ${unit}`), [
    String(left),
  ])
export const stillIssued = (left: number, unit: string): Refusal =>
  refuse(
    'supply-issued',
    localized(
      `还有${left}${unit}领用在外，请先归还或登记消耗`,
      `${left} ${unit} are still issued: record their return or consumption first`,
    ),
  )
export const stillInStock = (left: number, unit: string): Refusal =>
  refuse(
    'supply-in-stock',
    localized(
      `还有库存${left}${unit}，请先报废、领用或盘点为零`,
      `There are still ${left} ${unit}: dispose of them first`,
    ),
  )
export const sameSupply = (): Refusal =>
  refuse('no-change', localized('内容没有变', 'It says this already'))
/** What was counted in a unit stays in it. */
export const unitInUse = (unit: string): Refusal =>
  refuse(
    'bad-input',
    localized(
      `已经按“${unit}”记了收发，换了单位数目就不对：另登记一种，原来的盘点清零后停用`,
      `It has been counted in "${unit}", and its figures would be wrong in another unit: enter another supply, count this one to nought and withdraw it`,
    ),
    ['unit'],
  )
export const failedWithoutWords = (): Refusal =>
  refuse(
    'reason-needed',
    localized('检查不合格要写明问题', 'If the check fails it, say what is wrong'),
  )
export const disposedWithoutWords = (): Refusal =>
  refuse('reason-needed', localized('选“其他”要写明原因', 'For another reason, say which'))
export const turnFollowed = (): Refusal =>
  refuse(
    'undo-over',
    localized(
      '之后又有登记，或已过24小时，不能撤回；数量不对请盘点更正',
      'Something was recorded since, or more than 24 hours have passed: correct the count by a stock-taking',
    ),
  )
const FARTHEST_YEARS = 20
/**
 * So far ahead a year is mistyped (2206 for 2026), and it would never be said to expire: nothing
 * that is kept for emergencies holds longer.
 */
export const expiryTooFar = (days: readonly (string | null)[], today: string): Refusal | null => {
  const far = days.find((day) => day !== null && day > monthsAfter(today, 12 * FARTHEST_YEARS))
  return far
    ? refuse(
        'bad-input',
        localized(
          `有效期${far}在${FARTHEST_YEARS}年以后，看看年份有没有写错；不会过期的就不填`,
          `It would expire on ${far}, more than ${FARTHEST_YEARS} years ahead: is its year right? Leave it empty where nothing expires`,
        ),
        ['expiry'],
      )
    : null
}
export const expiryTwice = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '同一批号不能有两个有效期，请核对包装',
      'A batch number cannot have two expiry days: look at the package',
    ),
  )
