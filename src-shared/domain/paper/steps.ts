/** Writes an act of the paper as a step of a plan file, with nothing that its sentence lacks. */
import type { AftercareStep } from '../plan/aftercare-kinds.ts'
import type { PaperAct } from './acts-of-sentence.ts'
import { isForLife, stageOf, urgencyOf } from './acts.ts'
import type { PaperCondition } from './conditions.ts'
import {
  anchorIn,
  countsWorkdays,
  daysIn,
  everyIn,
  limitIn,
  withoutLimit,
  type Limit,
} from './durations.ts'
import { numbersIn } from './numbers.ts'
import type { WrittenJson } from './paper.ts'
import { targetsOf } from './posts.ts'
import type { Roles } from './roles.ts'
import { shortOf, withoutHow } from './shorts.ts'
import { cutTo } from './signs.ts'
import type { Unit } from './units.ts'
import { localizedOnly } from './written.ts'

/**
 * A step as it is written, with what the plan still has to know of it. `workdays`: its paper counts
 * in workdays, which no limit of a plan does.
 */
export type DraftStep = {
  json: WrittenJson
  block: string
  forLife: boolean
  limit: Limit | null
  anchorSaid: boolean
  workdays: boolean
}

const LONGEST_TITLE = 60
const KEPT =
  /监控(?:录像|视频|画面)?|录像|录音|照片|视频|证据|样品|食品样本|留样|票据|单据|日志|数据|痕迹|现场/
const AFTERCARE: readonly (readonly [AftercareStep, RegExp])[] = [
  ['comfort', /慰问|安抚|看望/],
  ['apology', /致歉|道歉/],
  ['compensation', /赔偿|理赔|补偿|赔付/],
  ['accountability', /追责|追究|责任人/],
  ['legal', /法律|维权|诉讼/],
  ['inquiry', /调查|查明.*原因/],
  ['evaluation', /评估.*预案|预案.*(评估|修订)/],
  ['review', /总结|复盘|评估/],
]

const quoted = (words: string): string | null => /“([^”]{6,300})”/.exec(words)?.[1] ?? null

/** Blanks of plan files are set in braces; a paper's braces are no blanks. */
const withoutBraces = (words: string): string => words.replace(/[{}]/g, '')

function callsOf(words: string, act: PaperAct['act'], role: string, roles: Roles): WrittenJson[] {
  const numbers = numbersIn(words).map(({ number, who }) => ({ number, who }))
  if (act !== 'report' && act !== 'call') return numbers
  const posts = targetsOf(words).flatMap((name) => {
    const id = roles.idOf(name)
    return id === null || id === role ? [] : [{ role: id }]
  })
  return [...posts, ...numbers]
}

function evidenceOf(words: string, sentence: string): WrittenJson | null {
  const what = (KEPT.exec(words) ?? KEPT.exec(sentence))?.[0]
  return what === undefined ? null : { what: localizedOnly(what), keep: daysIn(words) ?? '0d' }
}

/** The limit as plan files write it; a post to be told has to stand beside it. */
export const dueOf = (limit: Limit, roles: Roles): WrittenJson => ({
  due: { within: limit.within, from: limit.from ?? 'reported' },
  late: [{ notify: roles.commander, proposed: true }],
})

function repeatOf(words: string, roles: Roles): WrittenJson {
  const every = everyIn(words)
  return every === null
    ? {}
    : {
        ...dueOf({ within: every, from: 'activated' }, roles),
        repeat: { every, until: 'contained' },
        ...(/报/.test(words) && { report: 'followUp' }),
      }
}

const chainOf = (words: string): string | null =>
  /首报|初报/.test(words)
    ? 'first'
    : /终报/.test(words)
      ? 'final'
      : /续报/.test(words)
        ? 'followUp'
        : null

type StepParts = {
  id: string
  clause: string
  unit: Unit
  act: PaperAct
  read: PaperCondition
  when: WrittenJson | null
  role: string | null
  helpers: readonly string[]
  roles: Roles
}

/** `role` null: the paper gives the step to nobody. */
export function stepOf(parts: StepParts): DraftStep {
  const { unit, act, read, roles } = parts
  const { words } = act
  const role = parts.role ?? roles.nobody
  const targets = targetsOf(words)
  const stage = stageOf(act.act, [...unit.headings, unit.lead])
  const done = withoutLimit(words)
  const title = `${read.lead === '' ? '' : `${read.lead}：`}${withoutHow(done)}`
  const limit = limitIn(words) ?? limitIn(act.time)
  const urgency = urgencyOf(words)
  const say = quoted(words)
  const evidence = act.act === 'evidence' ? evidenceOf(words, unit.plain) : null
  const aftercare = ['recover', 'review'].includes(stage)
    ? AFTERCARE.find(([, form]) => form.test(words))?.[0]
    : undefined
  const calls = callsOf(words, act.act, role, roles)
  const forLife = act.act !== 'prohibit' && stage !== 'review' && isForLife(words, act.act)
  const counted = limit && {
    ...limit,
    from: limit.from ?? anchorIn(`${act.condition}，`) ?? anchorIn(act.time),
  }
  const chain = chainOf(words)
  const json: WrittenJson = {
    id: parts.id,
    stage,
    title: localizedOnly(withoutBraces(cutTo(title, LONGEST_TITLE))),
    short: localizedOnly(withoutBraces(shortOf(done, act.act, targets, 7))),
    role,
    ...(parts.helpers.length > 0 && { helpers: parts.helpers }),
    ...(parts.when && { when: parts.when }),
    ...(counted && dueOf(counted, roles)),
    ...(urgency && { urgency }),
    ...(calls.length > 0 && act.act !== 'prohibit' && { calls }),
    ...(say !== null && { say: localizedOnly(withoutBraces(say)) }),
    ...(evidence && { evidence }),
    ...(chain !== null && { report: chain }),
    ...repeatOf(words, roles),
    ...(aftercare !== undefined && { aftercare }),
    ...(act.act === 'start' && /启动[^，。]{0,14}预案/.test(words) && { activates: true }),
    ...(act.act === 'evidence' && !evidence && { note: true }),
    ...(act.act === 'prohibit' && { prohibits: true }),
    ...(forLife && { lifeSafety: true }),
    clause: parts.clause,
  }
  return {
    json,
    block: unit.path.join('/'),
    forLife,
    limit: counted,
    anchorSaid: counted?.from != null,
    workdays: countsWorkdays(words) || countsWorkdays(act.time),
  }
}
