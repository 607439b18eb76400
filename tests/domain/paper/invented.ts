/**
 * Finds numbers of a draft that the sentences which it cites do not have. It reads drafts by itself
 * and uses none of the rules that write them. Durations count as amounts of time (半小时 is 30m);
 * `keep: 0d` means until the incident is closed.
 */
import type { PaperDraft } from '#shared/domain/paper/paper.ts'

type Json = Record<string, unknown>
const DIGITS = '零一二三四五六七八九'
const SECONDS: Readonly<Record<string, number>> = {
  ...{ 小时: 3_600, 分钟: 60, min: 60, 分: 60, 秒: 1, 日: 86_400, 天: 86_400, 周: 604_800 },
  ...{ h: 3_600, m: 60, s: 1, d: 86_400 },
}
/** Ids, and what is no text of the paper. */
const NO_TEXT =
  /^(id|clause|clauses|role|helpers|notify|step|fact|decidedBy|document|extends|types|kind)$/

function han(written: string): number {
  let [sum, digit] = [0, -1]
  for (const sign of written)
    if (sign === '十' || sign === '百') {
      sum += (digit < 0 ? 1 : digit) * (sign === '十' ? 10 : 100)
      digit = -1
    } else
      digit = Math.max(0, digit) * 10 + Math.max(0, DIGITS.indexOf(sign === '两' ? '二' : sign))
  return sum + Math.max(0, digit)
}
const narrow = (text: string): string =>
  text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

function amountsIn(text: string): { figures: string; seconds: ReadonlySet<number> } {
  const plain = narrow(text)
  const seconds = new Set<number>()
  const form =
    /(\d+|[零一二两三四五六七八九十百]+|半) ?个?(?:工作)?(小时|分钟|min|分|秒|日|天|周)(半)?/g
  for (const [, amount = '', unit = '', half] of plain.matchAll(form)) {
    const value = amount === '半' ? 0.5 : /\d/.test(amount) ? Number(amount) : han(amount)
    seconds.add((value + (half ? 0.5 : 0)) * (SECONDS[unit] ?? 0))
  }
  if (/每个?小时/.test(plain)) seconds.add(3_600)
  return { figures: plain, seconds }
}

function check(value: unknown, key: string, quotes: string, bad: string[]): void {
  if (NO_TEXT.test(key) || value === null || typeof value === 'boolean') return
  if (typeof value === 'object') {
    for (const [inner, entry] of Object.entries(value as Json))
      check(entry, /^\d+$/.test(inner) ? key : inner, quotes, bad)
    return
  }
  const written = typeof value === 'number' ? String(value) : (value as string)
  const { figures, seconds } = amountsIn(quotes)
  const span = /^(\d+)([smhd])$/.exec(written)
  if (span) {
    if (written !== '0d' && !seconds.has(Number(span[1]) * (SECONDS[span[2] ?? ''] ?? 0)))
      bad.push(`${key}: ${written} of ${quotes}`)
  } else if (/^\d+mo$/.test(written)) {
    if (!quotes.includes('每')) bad.push(`${key}: ${written} of ${quotes}`)
  } else
    for (const [number] of narrow(written).matchAll(/\d+/g))
      if (!figures.includes(number)) bad.push(`${key}: ${number} of ${quotes}`)
}

/** Each as its key, the number and the sentences that lack it. */
export function inventedIn({ document, plans }: PaperDraft): readonly string[] {
  const clauses = document['clauses'] as Record<string, { quote: string }>
  const bad: string[] = []
  const entry = (item: Json): void => {
    const ids = [item['clause'], ...((item['clauses'] as string[] | undefined) ?? [])]
    const quotes = ids.map((id) => clauses[id as string]?.quote ?? '').join('')
    check(item, '', quotes, bad)
  }
  for (const plan of plans) {
    for (const step of plan['steps'] as Json[]) entry(step)
    for (const question of Object.values((plan['facts'] ?? {}) as Record<string, Json>))
      entry(question)
  }
  for (const page of [
    'contacts',
    'readiness',
    'supplies',
    'principles',
    'definitions',
    'legalBases',
  ])
    for (const item of (document[page] ?? []) as Json[]) entry(item)
  for (const page of ['purpose', 'scope'])
    if (document[page] !== undefined) entry(document[page] as Json)
  return bad
}
