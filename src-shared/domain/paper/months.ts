/** How often something is done in ordinary times: 每半年, 每季度, 每年至少一次. */
import { HAN_NUMBER, numberOf } from './paper-number.ts'

const TIMES = new RegExp(`^[^，。；]{0,6}?(?:不少于|至少)?([0-9]{1,2}|${HAN_NUMBER})次`)

/** As document files write it, `6mo`; null: the text does not say, or oftener than monthly. */
export function everyMonths(plain: string): string | null {
  const match = /每(?:隔)?(半年|年度?|季度?|([0-9]{1,2}|[一二两三四六])个月|月)/.exec(plain)
  if (!match) return null
  const word = match[1] ?? ''
  const months = word.startsWith('半年')
    ? 6
    : word.startsWith('年')
      ? 12
      : word.startsWith('季')
        ? 3
        : word === '月'
          ? 1
          : numberOf(match[2] ?? '')
  if (months === null) return null
  const times = numberOf(TIMES.exec(plain.slice(match.index + match[0].length))?.[1] ?? '1') ?? 1
  const each = months / Math.max(1, times)
  return Number.isInteger(each) && each >= 1 && each <= 24 ? `${each}mo` : null
}
