/**
 * Tells which names of posts mean one post: forms of a word (保安, 保安员), the end of a longer name
 * (经理 of 值班经理), and whoever fills a function (总指挥：值班经理).
 */
import { isPostList, postKindOf } from './posts.ts'
import type { Unit } from './units.ts'

/** Alike for 保安, 保安员 and 安保人员; for 运营部经理 and 运营经理. */
export function formOf(name: string): string {
  const alike = name
    .replace('安保', '保安')
    .replace('消防控制', '消控')
    .replace(/部(?=副?(?:经理|主管|主任|总监|负责人)$)/, '')
    .replace(/物业(?:公司|单位|方)$/, '物业')
    .replace(/维保(?:单位|公司|人员|员|方)$/, '维保')
  const bare = /员工$/.test(alike) ? alike : alike.replace(/(?:人员|专员|员|工)$/, '')
  return bare.length > 1 ? bare : alike
}

/** Titles of two signs that a paper uses for the only longer one that it has. */
const SHORT_TITLE =
  /^(?:经理|主任|主管|队长|班长|店长|领班|馆长|院长|校长|站长|园长|厂长|行长|电工)$/
const SHORTEST_END = 3
const DEPUTY = /(?:副|助理)$/

/** 综合科 is the end of 中心综合科, and 总指挥 no end of 副总指挥; 领导 alone may be anybody. */
export const isEndOf = (short: string, long: string): boolean =>
  (short.length >= SHORTEST_END || SHORT_TITLE.test(short)) &&
  long.length > short.length &&
  long.endsWith(short) &&
  !DEPUTY.test(long.slice(0, -short.length))

/** A function of an incident, which somebody with a post of every day fills. */
const FUNCTION = /^(?:现场|应急|常务|执行|副)*(?:总指挥|指挥长?|总协调人?|总负责人|组长|总调度)$/
const BY_VERB =
  /(?:^|，)([^，。；、：]{2,12}?)(?:担任|兼任|为|任)((?:现场|应急|常务|执行|副)*(?:总指挥|指挥长?|总协调人?|总负责人|组长|总调度))(?=[，。；、]|$)/u
const BY_PASSIVE =
  /(?:^|，)((?:现场|应急|常务|执行|副)*(?:总指挥|指挥长?|总协调人?|总负责人|组长|总调度))由([^，。；、]{2,12}?)(?:担任|兼任|任)/u

/** `holder` fills `post` for an incident. */
export type Filled = { post: string; holder: string }

const isHolder = (name: string): boolean =>
  name.length > 1 && isPostList(name) && !/[、和及与由]/.test(name) && postKindOf(name) === 'person'

/** 值班经理（夜间为值班主管），负责…: whoever is named first, without what is in brackets. */
const namedFirst = (plain: string): string =>
  (plain.replace(/（[^）]*）/g, '').split(/[，。；]/)[0] ?? '')
    .replace(/^由/, '')
    .replace(/(?:担任|兼任)$/, '')
    .trim()

/** 中心总经理（总指挥）、运营副总经理（副总指挥）. */
const IN_BRACKETS =
  /(?<=^|[由，。；、：])([^，。；、：（）由]{2,12})（((?:现场|应急|常务|执行|副)*(?:总指挥|指挥长?|总协调人?|总负责人|组长|总调度))）/gu

function filledIn({ lead, plain }: Unit): readonly Filled[] {
  const bracketed = [...plain.matchAll(IN_BRACKETS)].map(([, holder = '', post = '']) => ({
    post,
    holder,
  }))
  const byWords = filledByWords(lead, plain)
  return byWords ? [byWords, ...bracketed] : bracketed
}

function filledByWords(lead: string, plain: string): Filled | null {
  if (FUNCTION.test(lead)) return { post: lead, holder: namedFirst(plain) }
  const byVerb = BY_VERB.exec(plain)
  if (byVerb) return { post: byVerb[2] ?? '', holder: (byVerb[1] ?? '').replace(/^.*由/, '') }
  const passive = BY_PASSIVE.exec(plain)
  return passive && { post: passive[1] ?? '', holder: passive[2] ?? '' }
}

/** Who fills which function, where the paper names one for it; two of them stay two posts. */
export function filledBy(units: readonly Unit[]): readonly Filled[] {
  const filled = units
    .filter(({ kind }) => kind === 'duty' || kind === 'step')
    .flatMap(filledIn)
    .filter(({ holder }) => isHolder(holder) && !FUNCTION.test(holder))
  return [...Map.groupBy(filled, ({ post }) => post).values()].flatMap((same) =>
    new Set(same.map(({ holder }) => holder)).size === 1 ? same.slice(0, 1) : [],
  )
}
