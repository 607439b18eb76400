/**
 * Hears in a caller's words how many are hurt, trapped or vulnerable, how serious it is called, and
 * that it may be a drill. What is heard is shown to a person first; it is never an answer by
 * itself.
 */
import type { Severity } from '../incident/record/scales.ts'
import { reportText } from './match-word.ts'
import { NUMBER, numberOf } from './spoken-number.ts'
import { vulnerableIn } from './vulnerable.ts'

const HARMED = ['dead', 'serious', 'minor', 'missing'] as const
export const COUNTS = [...HARMED, 'trapped', 'vulnerable'] as const
export type Count = (typeof COUNTS)[number]
export type Counts = Partial<Record<Count, number>>
export type Heard = {
  /** At least so many; only what was told. */
  casualties: Counts
  /** Of these nobody has told how many: at least one. Left out where there are none. */
  uncounted?: readonly Count[]
  /** It was told that nobody is hurt; somebody may be trapped. Nothing is recorded for it. */
  unhurt: boolean
  severity: Severity | null
  drill: boolean
}

const SOMEBODY =
  '(?:个|名|位|人|口|员工|工人|客户|顾客|群众|老人|小孩|孩子|学生|代表|嘉宾|乘客|大[爷妈])'

const STATES: readonly (readonly [Count, string])[] = [
  ['dead', '死亡|死了|遇难|身亡|没气了?|没心跳'],
  ['missing', '失踪|失联|下落不明'],
  [
    'serious',
    '重伤|伤得?很?重|昏迷|没了?意识|叫不醒|没了?呼吸|没反应|不省人事|骨折|大出血|生命危险|快不行|截肢',
  ],
  [
    'minor',
    '受伤|轻伤|[烧烫摔砸夹撞划刺割扭打捅咬炸]伤|伤了|摔倒|摔了|滑倒|跌倒|砸到|砸中|夹住|夹到|流血|出血|中毒|呛[了到着]|烫了|触电',
  ],
]

/** Who cannot get out: 呼吸困难 is none, and who was brought out is trapped no longer. */
const TRAPPED = ['trapped', '被困|困[住在着了人]'] as const
const NOT_TRAPPED = /(?:没有?|无|未)(?:任何)?(?:人员?|顾客|客户|员工)?被?困|救出|出来了|解救|脱困/u

/** Who faints in smoke or gas is hurt by it; who faints in a queue is ill. */
const FAINTED = ['minor', '晕倒|晕了|昏倒|头晕|倒地'] as const
const POISONED = /烟|火|煤气|燃气|漏气|毒|氨|炸/u

const NOBODY =
  /(?:没有?|[并]?无|未)(?:任何)?(?:人员?|顾客|客户|员工)?(?:受?伤|伤亡|伤着|死)|没伤着?人|没人伤/u
const UNCERTAIN = /不知道|不清楚|不确定|有没有|是否|是不是|可能|会不会|[吗么]$/u
const SERIOUS_ONES = new RegExp(`(${NUMBER})个?人?(?:比较|很|特别|伤得?)*重`, 'u')
const DEAD_AND_HURT = new RegExp(`(${NUMBER})人?死(?:亡)?(${NUMBER})人?伤`, 'u')
const FAMILY = new RegExp(`(?:一家|全家)(${NUMBER})口|(${NUMBER})口人`, 'u')

const SEVERITY_WORDS: readonly (readonly [Severity, RegExp])[] = [
  ['extraordinary', /特别重大(?:事故|事件|火灾|险情)|特大(?:事故|火灾|爆炸)/u],
  ['major', /重大(?:事故|事件|火灾|险情)/u],
  ['serious', /较大(?:事故|事件|火灾|险情)/u],
  ['ordinary', /一般(?:事故|事件|火灾)/u],
]

const DRILL = /演[练习]|yanlian|yanxi|\bdrill\b/iu

/** 'some': people, and nobody has told how many. */
function countIn(clause: string, state: string): number | 'some' {
  const before = new RegExp(`(${NUMBER})(?:多)?${SOMEBODY}+[^,]{0,8}?(?:${state})`, 'u').exec(
    clause,
  )
  const after = new RegExp(`(?:${state})了?(${NUMBER})(?:多)?(?:${SOMEBODY}|$)`, 'u').exec(clause)
  const family = new RegExp(state, 'u').test(clause) ? FAMILY.exec(clause) : null
  const count = family?.[1] ?? family?.[2] ?? before?.[1] ?? after?.[1]
  if (count !== undefined) return numberOf(count)
  return new RegExp(state, 'u').test(clause) && /有[个位名人]|[个位名]|人|老|孩/u.test(clause)
    ? 'some'
    : 0
}

function casualtiesIn(
  clauses: readonly string[],
  states: typeof STATES,
): { counts: Counts; uncounted: readonly Count[] } {
  const counts: Counts = {}
  const counted = new Set<Count>()
  const put = (count: Count, people: number | 'some'): void => {
    if (people === 0) return
    if (people !== 'some') counted.add(count)
    counts[count] = Math.max(counts[count] ?? 0, people === 'some' ? 1 : people)
  }
  for (const clause of clauses) {
    const both = DEAD_AND_HURT.exec(clause)
    if (both) {
      put('dead', numberOf(both[1] ?? ''))
      put('minor', numberOf(both[2] ?? ''))
      continue
    }
    const known = NOT_TRAPPED.test(clause) ? states : [...states, TRAPPED]
    const state = known.find(([, words]) => countIn(clause, words) !== 0)
    if (state) put(state[0], countIn(clause, state[1]))
    const serious = SERIOUS_ONES.exec(clause)?.[1]
    if (serious !== undefined && counts.minor !== undefined) {
      const grave = numberOf(serious)
      put('serious', grave)
      counts.minor = Math.max(0, counts.minor - grave)
      if (counts.minor === 0) delete counts.minor
    }
  }
  const uncounted = COUNTS.filter((kind) => counts[kind] !== undefined && !counted.has(kind))
  return { counts, uncounted }
}

/** Whether the words speak of a drill, in whatever letters. */
export const isDrillTold = (narrative: string): boolean => DRILL.test(narrative)

/** `drill`: the words are of one that was switched on, and what they rehearse is told. */
export function heardIn(narrative: string, drill = false): Heard {
  const text = reportText(narrative, drill)
  const clauses = text.split(',').filter((clause) => !UNCERTAIN.test(clause))
  const affirmed = clauses.filter((clause) => !NOBODY.test(clause))
  const states = POISONED.test(text) ? [...STATES, FAINTED] : STATES
  const hurt = casualtiesIn(affirmed, states)
  const vulnerable = vulnerableIn(text, clauses)
  const uncounted: readonly Count[] = [
    ...hurt.uncounted,
    ...(vulnerable === 'some' ? (['vulnerable'] as const) : []),
  ]
  return {
    casualties: {
      ...hurt.counts,
      ...(vulnerable === 0 ? {} : { vulnerable: vulnerable === 'some' ? 1 : vulnerable }),
    },
    ...(uncounted.length > 0 ? { uncounted } : {}),
    unhurt:
      affirmed.length < clauses.length && HARMED.every((count) => hurt.counts[count] === undefined),
    severity: SEVERITY_WORDS.find(([, words]) => words.test(text))?.[0] ?? null,
    drill: isDrillTold(narrative),
  }
}
