/**
 * Reads what the words of a step say of it, Chinese or English: a limit, an interval, numbers to
 * call, what must not be done, what lives depend on, which stage it is of. It answers only what is
 * written there; a form offers it, and a person takes it.
 */
import { hanNumber } from '../han-numbers.ts'
import { isMobile } from '../person-numbers.ts'
import type { Anchor, Stage } from './plan.ts'

/** Durations are written as in a plan file: `30m`. */
export type LimitRead = {
  within: string | { workday: string; holiday: string }
  from: Extract<Anchor, string>
}

const COUNT = '(\\d{1,5}|[一二两三四五六七八九十百]{1,5}|半)(个?半)?个?'
const UNIT = '(秒钟?|分钟?|小时|钟头|天|日)'
const SPAN = `${COUNT}${UNIT}`
const UNITS = [
  { signs: /^秒/, unit: 's', half: null },
  { signs: /^分/, unit: 'm', half: '30s' },
  { signs: /^(小时|钟头)/, unit: 'h', half: '30m' },
  { signs: /^[天日]/, unit: 'd', half: '12h' },
] as const
const PER_UNIT = { m: 60, h: 60, d: 24 } as const
const BELOW = { m: 's', h: 'm', d: 'h' } as const

/** `半`+`小时` → `30m`, `一`+`个半`+`小时` → `90m`; null where there is no such span. */
function written(count: string, half: string | undefined, unitWords: string): string | null {
  const unit = UNITS.find(({ signs }) => signs.test(unitWords))
  if (!unit) return null
  if (count === '半') return unit.half
  const whole = /^\d+$/.test(count) ? Number(count) : (hanNumber(count) ?? 0)
  if (whole === 0) return null
  if (half === undefined) return `${whole}${unit.unit}`
  if (unit.unit === 's') return null
  return `${(whole + 0.5) * PER_UNIT[unit.unit]}${BELOW[unit.unit]}`
}

function spanIn(words: string, before: string, after = ''): string | null {
  const [, count, half, unit] = new RegExp(`${before}${SPAN}${after}`).exec(words) ?? []
  return count === undefined || unit === undefined ? null : written(count, half, unit)
}

const ENGLISH_UNITS: Readonly<Record<string, string>> = { s: 's', m: 'm', h: 'h', d: 'd' }

/** The same in English: within 30 minutes, every 2 h, after 1 hour. */
function englishSpan(words: string, before: string): string | null {
  const unit = '(s|m|h|d)(?:ec(?:ond)?s?|in(?:ute)?s?|rs?|ours?|ays?)?'
  const [, count, sign = ''] =
    new RegExp(`${before}(\\d{1,5})\\s*${unit}\\b`, 'i').exec(words) ?? []
  return count === undefined || Number(count) === 0
    ? null
    : `${Number(count)}${ENGLISH_UNITS[sign.toLowerCase()]}`
}

const BY_DAY = new RegExp(
  `工作日[^\\d一二两三四五六七八九十半]{0,3}${SPAN}.{0,8}?(?:假日|休息日|周末)[^\\d一二两三四五六七八九十半]{0,3}${SPAN}`,
)
const ANCHORS: readonly (readonly [RegExp, LimitRead['from']])[] = [
  [/(?:发生|出事|事发)(?:之?后|起)/, 'occurred'],
  [/启动(?:预案)?(?:之?后|起)/, 'activated'],
  [/控制(?:住)?(?:之?后|起)/, 'contained'],
  [/解除(?:响应)?(?:之?后|起)/, 'lifted'],
]

/**
 * The limit that words set: 30分钟内, 接报后半小时内, 工作日15分钟、假日45分钟. It counts from the
 * report unless they say from when. `bare`: a span alone is one, too (in a field for limits).
 */
export function limitIn(words: string, bare = false): LimitRead | null {
  const from = ANCHORS.find(([signs]) => signs.test(words))?.[1] ?? 'reported'
  const days = BY_DAY.exec(words)
  if (days) {
    const workday = written(days[1] ?? '', days[2], days[3] ?? '')
    const holiday = written(days[4] ?? '', days[5], days[6] ?? '')
    if (workday !== null && holiday !== null) return { within: { workday, holiday }, from }
  }
  const within =
    spanIn(words, '', bare ? '' : '(?:之内|以内|内)') ??
    englishSpan(words, bare ? '' : '\\bwithin\\s+')
  return within === null ? null : { within, from }
}

/** The interval of what is done again and again: 每10分钟, 每隔半小时. */
export const intervalIn = (words: string): string | null =>
  spanIn(words, '每(?:隔)?') ?? englishSpan(words, '\\bevery\\s+')

/** Time that has passed: 满1小时, 超过30分钟. */
export const elapsedIn = (words: string): string | null =>
  spanIn(words, '(?:满|超过|过了|达到?)') ?? englishSpan(words, '\\b(?:after|over)\\s+')

/** What comes before 超时: the words of the step that is late. */
export const lateIn = (words: string): string | null =>
  /([^，,、；;。或和]{2,12}?)(?:没有?)?(?:超时|逾时|超过时限|未按时)/.exec(words)?.[1] ?? null

/** Emergency numbers, and longer ones behind a word for calling; nobody's mobile. */
export const numbersToCall = (words: string): readonly string[] => [
  ...new Set(
    [
      ...words.matchAll(
        /(?<!\d)(11[09]|12[02]|12345|1233\d|9\d{4})(?![\d人元个米分秒小名台])|(?:拨打?|打|电话|call )[：:]?(\d[\d-]{6,14})/gi,
      ),
    ]
      .map(([, emergency, other]) => emergency ?? other ?? '')
      .filter((number) => !isMobile(number)),
  ),
]

export const isProhibition = (words: string): boolean =>
  /严禁|禁止|不得|(?<!要)不要|不准|不许|不可|切勿|请勿|\b(?:do not|don['’]t|never|must not)\b/i.test(
    words,
  )

/** Done for somebody in danger; what comes after it (解救后复盘) is not. */
export const isOfLifeSafety = (words: string): boolean =>
  /(?:救人|救治|急救|抢救|救护|解救|疏散|撤离|逃生|呼救|伤员|受伤|发病|昏迷|被困|困人)(?!.?后)|拨打?1(?:19|20)|\b(?:rescue|evacuate|first aid|injured)\b|\bcall 1(?:19|20)\b/i.test(
    words,
  )

const STAGE_SIGNS: readonly (readonly [RegExp, Stage])[] = [
  [/复盘|总结|评估|讲评/, 'review'],
  [/善后|慰问|赔偿|恢复(?:正常|营业|运行|秩序)|清理现场/, 'recover'],
  [/公告|通报|告知(?:公众|客户|家属)|发布/, 'inform'],
  [/到现场|赶赴|现场(?:处置|指挥|救援)/, 'on-site'],
  [/^(?:先|再|应|立即|马上|及时)*(?:核实|核查|查明|确认|判断|问清)/, 'verify'],
  [/上报|首报|续报|终报|报告(?:领导|上级|主管|总值班)/, 'report'],
]

/** The stage that the words name; null if they name none. */
export const stageIn = (words: string): Stage | null =>
  STAGE_SIGNS.find(([signs]) => signs.test(words))?.[1] ?? null

/** 如有人受伤的，拨120 → 有人受伤; null where nothing depends on anything. */
export const caseIn = (words: string): string | null =>
  /^(?:如果|如遇|若是|一旦|如|若|遇)(.{2,16}?)(?:的话|的时候|的|时)?[，,]/.exec(words)?.[1] ?? null

/** The words without their spans of time: 维保30分钟内到场 → 维保到场. */
export const withoutSpans = (words: string): string =>
  words.replace(new RegExp(`(?:每(?:隔)?|满|超过|在)?${SPAN}(?:之内|以内|内)?`, 'g'), '')
