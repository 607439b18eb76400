/** Says why a document of the site is not changed as somebody wants it, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { lines } from '../site-plan/site-plan-refusals.ts'
import type { PlanFinding } from '../site-plan/draft.ts'
import { localized, type LocalizedText } from '../text.ts'

export const unknownDocument = (id: string): Refusal =>
  refuse(
    'unknown-document',
    localized(`没有预案文件“${id}”，请从预案库重新打开`, `There is no document "${id}"`),
  )

export const noDocumentDraft = (id: string): Refusal =>
  refuse(
    'no-draft',
    localized(
      `预案文件“${id}”没有草稿，请先编写并保存`,
      `The document "${id}" has no draft: write and save one first`,
    ),
  )

export const documentIdDiffers = (id: string): Refusal =>
  refuse('bad-input', localized(`草稿的编号须与“${id}”相同`, `The id in the draft must be "${id}"`))

export const documentTooLarge = (): Refusal =>
  refuse(
    'draft-too-large',
    localized(
      '这份预案文件超过512KiB，或嵌套过深，不能作为草稿保存；请拆成几份文件',
      'This document is larger than 512 KiB or nested too deep to be kept as a draft: split it into several documents',
    ),
  )

export const documentFaulty = (findings: readonly PlanFinding[]): Refusal =>
  refuse(
    'draft-faulty',
    localized(
      `还有${findings.length}处错误，改好后才能批准`,
      `There are errors (${findings.length}): correct them before approving`,
    ),
    lines(findings),
  )

export const documentShipped = (title: LocalizedText): Refusal =>
  refuse(
    'document-shipped',
    localized(
      `《${title.zh}》是系统预置的预案文件，本身不能改；可以修订它的预案，用不到的可以收起，或换一个编号另编一份`,
      `"${title.en}" came with the program and cannot be changed itself: revise its plans, put it away if you do not use it, or write one under another id`,
    ),
  )

export const documentNotShipped = (title: LocalizedText): Refusal =>
  refuse(
    'document-not-shipped',
    localized(
      `《${title.zh}》是本单位自编的预案文件，不用了请废止`,
      `"${title.en}" is the site's own document: abolish it if it is no longer used`,
    ),
  )

export const documentUnchanged = (): Refusal =>
  refuse(
    'nothing-changed',
    localized(
      '草稿与现行预案文件完全相同，无须批准',
      'The draft is identical to the document in force: there is nothing to approve',
    ),
  )

export const documentAbolished = (title: LocalizedText): Refusal =>
  refuse(
    'document-abolished',
    localized(`《${title.zh}》已经废止`, `"${title.en}" is already abolished`),
  )

export const alreadyPutAway = (title: LocalizedText): Refusal =>
  refuse(
    'no-change',
    localized(`《${title.zh}》已经收起`, `"${title.en}" has been put away already`),
  )

export const notPutAway = (title: LocalizedText): Refusal =>
  refuse('no-change', localized(`《${title.zh}》没有收起`, `"${title.en}" is not put away`))

/** Of a plan that cannot be approved by itself: what it stands on is not in force. */
export const documentNotApproved = (title: LocalizedText): Refusal =>
  refuse(
    'document-not-approved',
    localized(
      `这份预案要用《${title.zh}》里还没批准的内容；请批准那份文件，并勾选这份预案一起批准`,
      `This plan uses what is not yet approved in "${title.en}": approve that document, and this plan together with it`,
    ),
  )

export const planOfAnotherDocument = (planId: string, title: LocalizedText): Refusal =>
  refuse(
    'bad-input',
    localized(
      `预案“${planId}”不属于《${title.zh}》，不能一起批准`,
      `The plan "${planId}" is not one of "${title.en}", so it cannot be approved with it`,
    ),
  )

export const planPutAway = (title: LocalizedText): Refusal =>
  refuse(
    'plan-put-away',
    localized(
      `《${title.zh}》所在的预案文件已收起，不能启动；请改用别的预案，或先恢复使用那份文件`,
      `The document of "${title.en}" is put away, so the plan cannot be activated: choose another, or bring the document back`,
    ),
  )

export const notAPackage = (findings: readonly PlanFinding[]): Refusal =>
  refuse(
    'not-a-package',
    localized(
      '这不是本程序导出的整份预案文件，或已损坏，没有导入',
      'This is not a whole document exported by this program, or it is damaged: nothing was imported',
    ),
    lines(findings),
  )

/** `names`: of attachments that the file names, and whose bytes did not arrive as it says. */
export const attachmentMissing = (names: readonly string[]): Refusal =>
  refuse(
    'attachment-missing',
    localized(
      `这些附件没有传完或已损坏：${names.join('、')}；可以不带它们导入，或请对方重新导出`,
      `These attachments did not arrive whole, or are damaged: ${names.join(', ')}. Import without them, or have the file exported again`,
    ),
    names,
  )

/** `written`: of which there are drafts that nobody has approved. */
export const draftsInTheWay = (written: readonly string[]): Refusal =>
  refuse(
    'draft-exists',
    localized(
      `本机已有这些草稿，还没批准：${written.join('、')}；导入会替换它们，请先确认`,
      `There are drafts here that nobody has approved: ${written.join(', ')}. The import replaces them: confirm it first`,
    ),
    written,
  )
