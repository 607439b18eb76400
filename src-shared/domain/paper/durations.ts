/** Limits as papers write them: 30分钟内, 半小时内, 一日内, 工作日15分钟、节假日45分钟, 超过4小时. */
import { actOf } from './acts.ts'
import { signCount } from './signs.ts'
import { HAN_NUMBER, numberOf } from './paper-number.ts'

/** Written as plan files have it: `30m`. `start`, `end`: positions in the text. */
export type Span = { written: string; start: number; end: number }

const UNIT =
  ' ?(?:个)?(小时|钟头|分钟|min(?![a-z])|分(?!之|管|类|公|厅|局|别|析|散|流|组|工|发|开|级|段|布|配|享|清|歧)|秒(?:钟)?|日(?!常|报)|天|昼夜|周(?!围|边|密|末|期|日|一))'
const AMOUNT = `([0-9]{1,5}|${HAN_NUMBER}{1,4}|半)`
const SPAN = new RegExp(`(?<![0-9.零〇一二两三四五六七八九十百千万])${AMOUNT}${UNIT}(半)?`, 'g')
const WORKDAYS = new RegExp(`${AMOUNT}(?:个)?工作日`)

function writtenOf(amount: string, unit: string, half: boolean): string | null {
  const isHalf = amount === '半'
  const value = isHalf ? 0.5 : numberOf(amount)
  if (value === null) return null
  const whole = value + (half ? 0.5 : 0)
  if (whole <= 0) return null
  const inMinutes = Math.round(whole * 60)
  if (unit === '小时' || unit === '钟头')
    return Number.isInteger(whole) ? `${whole}h` : `${inMinutes}m`
  if (unit.startsWith('分') || unit === 'min')
    return Number.isInteger(whole) ? `${whole}m` : `${inMinutes}s`
  if (unit.startsWith('秒')) return Number.isInteger(whole) ? `${whole}s` : null
  if (unit === '周') return Number.isInteger(whole) ? `${whole * 7}d` : null
  return Number.isInteger(whole) ? `${whole}d` : `${Math.round(whole * 24)}h`
}

/** Every duration of a text with plain signs, in its order. */
function durationsIn(plain: string): readonly Span[] {
  return [...plain.matchAll(SPAN)].flatMap((match) => {
    const written = writtenOf(match[1] ?? '', match[2] ?? '', match[3] !== undefined)
    return written === null
      ? []
      : [{ written, start: match.index, end: match.index + match[0].length }]
  })
}

/** 5个工作日 is no number of days on the clock: it counts as no duration, and a person is told. */
export const countsWorkdays = (plain: string): boolean => WORKDAYS.test(plain)

/** What a limit is, and what it counts from if the paper says so. */
export type Limit = {
  within: string | { workday: string; holiday: string }
  from: 'reported' | 'occurred' | 'activated' | 'contained' | null
}

const WITHIN_AFTER = /^(?:钟)?(?:之)?(?:以)?内/
const WITHIN_BEFORE = /(不超过|不得超过|最迟|限时?|时限为?：?|(?<!不)少于|不多于|不大于|控制在)$/
const WORKDAY = /(工作日|上班时间|日间|白天)$/
const HOLIDAY = /(节假日|假日|休息日|非工作日|双休日|夜间|非工作时间)$/

/** From what a limit counts, by the words before it; null: the paper does not say. */
export function anchorIn(before: string): Limit['from'] {
  const last =
    /(接报|接到[^，。]{0,14}|得知[^，。]{0,8}|收到[^，。]{0,8}|发生|发现[^，。]{0,8}|启动[^，。]{0,6}|控制|处置完毕|处理完毕|结束|解除)[^，。；]{0,6}后[^后]{0,14}$/.exec(
      before,
    )?.[1]
  if (last === undefined) return null
  if (/^(接|得知|收到)/.test(last)) return 'reported'
  if (/^(发生|发现)/.test(last)) return 'occurred'
  return last.startsWith('启动') ? 'activated' : 'contained'
}

const isWithin = (plain: string, { start, end }: Span): boolean =>
  WITHIN_AFTER.test(plain.slice(end)) || WITHIN_BEFORE.test(plain.slice(0, start))

/** A limit on a day of work and on a holiday, if the text has both: 10分钟内（节假日30分钟内）. */
function byDay(plain: string, spans: readonly Span[]): Limit | null {
  const before = ({ start }: Span): string => plain.slice(0, start)
  const workday = spans.find((span) => WORKDAY.test(before(span)))
  const holiday = spans.find((span) => HOLIDAY.test(before(span)))
  const usual = workday ?? spans.find((span) => span !== holiday && isLimit(plain, span))
  return usual && holiday && usual !== holiday
    ? {
        within: { workday: usual.written, holiday: holiday.written },
        from: anchorIn(before(usual)),
      }
    : null
}

/** 未在30分钟内到达: what was not done within a time is late, and sets no limit. */
const NOT_BEFORE = /(?:未能?|没有?|不能|无法)(?:能)?(?:在|于)?$/

const isLimit = (plain: string, span: Span): boolean =>
  isWithin(plain, span) &&
  !isCondition(plain.slice(0, span.start)) &&
  !NOT_BEFORE.test(plain.slice(0, span.start)) &&
  !NOT_WITHIN.test(plain.slice(span.end))

/** The limit that a text sets; null: none. A duration that is only passed (超过) is none. */
export function limitIn(plain: string): Limit | null {
  const spans = durationsIn(plain)
  const days = byDay(plain, spans)
  if (days) return days
  const span = spans.find((candidate) => isLimit(plain, candidate))
  return span ? { within: span.written, from: anchorIn(plain.slice(0, span.start)) } : null
}

const LIMIT_WORDS =
  /(?:不超过|不得超过|最迟|限时?|(?<!不)少于|不多于|不大于|控制在|必须|应当?|在|于|工作日|上班时间|日间|白天|节假日|假日|休息日|非工作日|双休日|夜间|非工作时间)+$/
/** From when it counts, at the beginning of an act: its limit says so, too. */
const COUNTED_FROM =
  /^(?:接[报警]|接到(?:报告|通知|报警|报修|呼叫)|收到(?:报告|通知)|[事案]发|发生|启动)[之以]?后$/
const ARRIVES = /^(?:到|赶|抵)/

function withoutSpan(plain: string, span: Span): string {
  const [before, after] = [plain.slice(0, span.start), plain.slice(span.end)]
  if (isInterval(plain, span))
    return before.replace(/(?:并|且)?每隔?$/, '') + after.replace(/[一1]次$/, '')
  return (
    before.replace(LIMIT_WORDS, '').replace(COUNTED_FROM, '') +
    after.replace(WITHIN_AFTER, '').replace(/^[，、]/, '')
  )
}

/**
 * The text without the limit that it sets, or the interval: they stand beside it as figures, and
 * 在30分钟内到达现场 is 到达现场. As it is where no act would be left.
 */
export function withoutLimit(plain: string): string {
  const rest = durationsIn(plain)
    .filter((span) => isLimit(plain, span) || isInterval(plain, span))
    .reduceRight((words, span) => withoutSpan(words, span), plain)
    .replace('（）', '')
  return signCount(rest) >= 2 && (actOf(rest) !== null || ARRIVES.test(rest)) ? rest : plain
}

/** 如30分钟内无法排除故障 speaks of what happens once the time has passed. */
const isCondition = (before: string): boolean => /(^|[，；。])(如果?|若|倘若|当|一旦)$/.test(before)

const PASSED_BEFORE = /(超过|超|满|持续|达到?|长达|逾|大于|多于)(?:了)?$/
const NOT_WITHIN =
  /^(?:(?:之|以)?内[^，。；]{0,8}|(?:后)?)(无法|不能|未(?!成年)|没有?|仍|还(?!是|应|须|要))/

/** The time after which a condition holds: 超过30分钟, 30分钟内无法排除; null: it has none. */
export function passedIn(plain: string): string | null {
  const span = durationsIn(plain).find(
    ({ start, end }) =>
      PASSED_BEFORE.test(plain.slice(0, start)) ||
      /^(?:以上|及以上)/.test(plain.slice(end)) ||
      NOT_WITHIN.test(plain.slice(end)) ||
      (NOT_BEFORE.test(plain.slice(0, start)) && WITHIN_AFTER.test(plain.slice(end))),
  )
  return span?.written ?? null
}

const isInterval = (plain: string, { start }: Span): boolean => /每隔?$/.test(plain.slice(0, start))

/** How often something is done again: 每30分钟续报一次, 每隔一小时; null: once. */
export function everyIn(plain: string): string | null {
  const span = durationsIn(plain).find((candidate) => isInterval(plain, candidate))
  if (!span && /每个?小时/.test(plain)) return '1h'
  return span && /[smh]$/.test(span.written) ? span.written : null
}

/** For how many days evidence is kept, `30d`; null: the text does not say. */
export const daysIn = (plain: string): string | null =>
  durationsIn(plain).find(({ written }) => written.endsWith('d'))?.written ?? null
