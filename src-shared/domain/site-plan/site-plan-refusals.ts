/** Says why a plan of the site is not changed as somebody wants it, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { PlanFinding } from './draft.ts'

/** A line for each: where, which, in both languages. */
export const lines = (findings: readonly PlanFinding[]): readonly string[] =>
  findings.map(
    ({ path, code, message }) => `${path && `${path}: `}${code}: ${message.zh} / ${message.en}`,
  )

export const noDraft = (planId: string): Refusal =>
  refuse(
    'no-draft',
    localized(
      `预案“${planId}”没有草稿，请先编写并保存`,
      `The plan "${planId}" has no draft: write and save one first`,
    ),
  )

export const draftStale = (by: string | null): Refusal =>
  refuse(
    'draft-stale',
    by === null
      ? localized(
          '您打开之后，预案或草稿已被改动，这次没有保存；请重新打开再改',
          'The plan or its draft has changed since you opened it, so your change was not saved: open it again',
        )
      : localized(
          `您打开之后，${by}保存过这份草稿，这次没有保存；请重新打开再改`,
          `${by} has saved this draft since you opened it, so your change was not saved: open it again`,
        ),
  )

export const draftFaulty = (findings: readonly PlanFinding[]): Refusal =>
  refuse(
    'draft-faulty',
    localized(
      `草稿还有${findings.length}处错误，改好后才能批准或推演`,
      `The draft has errors (${findings.length}): correct them before approving or trying it`,
    ),
    lines(findings),
  )

export const draftTooLarge = (): Refusal =>
  refuse(
    'draft-too-large',
    localized(
      '这份预案超过60KiB，或条件嵌套过深，不能作为草稿保存；请拆成几份预案或简化条件',
      'This plan is larger than 60 KiB or nested too deep to be kept as a draft: split it into several plans, or simplify its conditions',
    ),
  )

export const draftIdDiffers = (planId: string): Refusal =>
  refuse(
    'bad-input',
    localized(`草稿的编号须与“${planId}”相同`, `The id in the draft must be "${planId}"`),
  )

export const notAPlan = (findings: readonly PlanFinding[]): Refusal =>
  refuse(
    'not-a-plan',
    localized('这不是本程序导出的预案，没有导入', 'This is not a plan file: nothing was imported'),
    lines(findings),
  )

export const nothingChanged = (): Refusal =>
  refuse(
    'nothing-changed',
    localized(
      '草稿与现行预案完全相同，无须批准',
      'The draft is identical to the plan in force: there is nothing to approve',
    ),
  )

export const planAbolished = (title: LocalizedText): Refusal =>
  refuse(
    'plan-abolished',
    localized(
      `《${title.zh}》已废止，不能启动；请改用别的预案`,
      `"${title.en}" is abolished and cannot be activated: choose another plan`,
    ),
  )

export const alreadyAbolished = (title: LocalizedText): Refusal =>
  refuse(
    'plan-abolished',
    localized(`《${title.zh}》已经废止`, `"${title.en}" is already abolished`),
  )

export const planInUse = (
  title: LocalizedText,
  by: readonly { id: string; title: LocalizedText }[],
): Refusal =>
  refuse(
    'plan-in-use',
    localized(
      `还不能废止《${title.zh}》，这些预案要与它一并执行：${by.map(({ title: other }) => other.zh).join('、')}；请先修订或废止它们`,
      `"${title.en}" cannot be abolished yet, because these plans run together with it: ${by.map(({ title: other }) => other.en).join('; ')}. Revise or abolish them first`,
    ),
    by.map(({ id }) => id),
  )
