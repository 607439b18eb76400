/**
 * Prepares the report of each month once when it is over, and copies it to a folder if that is
 * arranged. Its instants are deadlines like any other; the work goes on beside the engine, which
 * never waits for it. What fails is tried again, with a growing pause.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { fileNameOf } from '#shared/domain/document/file-names.ts'
import { checkOf } from '#shared/domain/monthly-report/check.ts'
import { decideReport, type ReportCommand } from '#shared/domain/monthly-report/decide.ts'
import { monthDocument } from '#shared/domain/monthly-report/document.ts'
import { DOCUMENT_RULES } from '#shared/domain/monthly-report/rules.ts'
import type { PendingCopy } from '#shared/domain/monthly-report/schedule.ts'
import { issueIn, reportStream } from '#shared/domain/monthly-report/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import type { Submission, SubmissionResult } from '../../engine/batch.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { DocumentWriter, DocumentWriting, Log, Vault } from '../../ports.ts'
import { fileDocument } from '../export/file-document.ts'
import { drawMonth, type ReportContext } from './data.ts'

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [MINUTE_MS, HOUR_MS]
const NOTICE_MS = HOUR_MS

type Parts = {
  context: ReportContext
  vault: Vault
  documentWriter: DocumentWriter | null
  log: Log
  submit: (submission: Submission) => Promise<SubmissionResult>
  /**
   * Puts a notice on the desk under a name, for so long in ms (null: until another takes its
   * place); null takes it away.
   */
  setNotice: (name: string, notice: LocalizedText | null, forMs: number | null) => void
  /** Arms these in the place of those before. */
  arm: (deadlines: readonly Timed[]) => void
  by: string // the name in the record of what the station does by itself
}
export type ReportWork = {
  /** Arms what is due by itself; again whenever something else may be due. */
  poll: () => void
  due: (keys: readonly string[]) => void
  stop: () => Promise<void>
}

const copyKey = ({ month, issue }: PendingCopy): string => `copy.${month}.${issue ?? 'draft'}`
const fileIn = (folder: string, name: string): string => {
  const mark = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(mark) ? `${folder}${name}` : `${folder}${mark}${name}`
}

export function createReportWork({
  context,
  vault,
  documentWriter,
  log,
  submit,
  setNotice,
  arm,
  by,
}: Parts): ReportWork {
  const { memory, reports, journal, now } = context
  const digest = (text: string): string => vault.digest('', text)
  const working = new Map<string, Promise<void>>()
  const failed = new Map<string, { times: number; again: number }>() // again: UTC ms
  let writing: DocumentWriting | null = null
  let stopped = false

  /** Decided on the state that the report has then: what was done before in the meantime stays. */
  async function submitReport(month: string, command: ReportCommand): Promise<void> {
    const result = await submit({
      command: null,
      exclusive: true,
      async decide(): Promise<Changes | Refusal> {
        const [state, at] = [reports.state(month), now()]
        const world = { month, now: at, zone: memory.site.zone, digest }
        const decision = decideReport(state, command, { at, by }, world)
        return recordDecision(reportStream, month, state, decision, { at, by })
      },
    })
    if (!result.ok) throw new Error(result.code)
  }

  async function draftOf(
    month: string,
  ): Promise<{ document: ReportDocument; position: number; asOf: number }> {
    const data = await drawMonth(month, context)
    const document = monthDocument(data, reports.state(month).written, null)
    return { document, position: data.position, asOf: data.asOf }
  }

  async function prepare(month: string): Promise<void> {
    const { document, position, asOf } = await draftOf(month)
    const drawing = { position, asOf, check: checkOf(document, digest), rules: DOCUMENT_RULES }
    await submitReport(month, { type: 'PrepareReport', drawing })
  }

  async function documentOf({
    month,
    issue,
  }: PendingCopy): Promise<{ document: ReportDocument; position: number }> {
    if (issue === null) return draftOf(month)
    const events = await journal.events(reportStream.nameOf(month))
    const issued = issueIn(events, issue)
    return issued ? { document: issued.paper, position: issued.position } : draftOf(month)
  }

  const copyFailed = (folder: string, { message }: Pick<Refusal, 'message'>): LocalizedText =>
    localized(
      `月报没能另存到${folder}：${message.zh}。会自动再试，间隔逐渐加长；也可在“设置”里改文件夹。`,
      `The monthly report was not copied to ${folder}: ${message.en}. The station retries automatically, at growing intervals; you can change the folder under Settings.`,
    )
  const copyWorks = (folder: string): LocalizedText =>
    localized(
      `月报另存已恢复，文件在${folder}。`,
      `Copying the monthly report works again; its files are in ${folder}.`,
    )

  async function copy(pending: PendingCopy): Promise<void> {
    const { copy: target } = reports.arranged()
    if (!target || !documentWriter) return
    const { folder, formats, language } = target
    const { document: sealed, position } = await documentOf(pending)
    const document = await fileDocument(sealed, false, memory)
    const hash = (await journal.hashAt(position)) ?? ''
    const name = fileNameOf(document, language)
    for (const format of formats) {
      const file = fileIn(folder, `${name}.${format}`)
      writing = documentWriter.write({
        document,
        source: { position, hash },
        format,
        language,
        file,
      })
      const written = await writing.done
      writing = null
      if (written.ok) continue
      if (!stopped) setNotice('report-copy', copyFailed(folder, written), null)
      throw new Error(written.code)
    }
    const issue = pending.issue === null ? 'draft' : String(pending.issue)
    await submitReport(pending.month, { type: 'NoteCopy', issue, name, formats })
    if (failed.has(copyKey(pending))) setNotice('report-copy', copyWorks(folder), NOTICE_MS)
  }

  function deadlines(): readonly Timed[] {
    const { month, dueAt } = reports.next(now(), memory.site.zone)
    const all = [
      { key: `prepare.${month}`, dueAt },
      ...(documentWriter ? reports.copies() : []).map((pending) => ({
        key: copyKey(pending),
        dueAt: reports.arranged().at,
      })),
    ]
    return all
      .filter(({ key }) => !working.has(key))
      .map(({ key, dueAt: due }) => ({ key, dueAt: Math.max(due, failed.get(key)?.again ?? 0) }))
  }

  const poll = (): void => arm(deadlines())

  function start(key: string, work: () => Promise<void>): void {
    if (working.has(key) || stopped) return
    working.set(
      key,
      work()
        .then(
          () => void failed.delete(key),
          (error: unknown) => {
            const times = (failed.get(key)?.times ?? 0) + 1
            failed.set(key, {
              times,
              again: now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1)),
            })
            if (!stopped) log.error('report-work-failed', error, { key, times })
          },
        )
        .finally(() => {
          working.delete(key)
          if (!stopped) poll()
        })
        .catch((error: unknown) => log.error('report-work-failed', error, { key })),
    )
  }

  return {
    poll,
    due(keys) {
      const { month } = reports.next(now(), memory.site.zone)
      if (keys.includes(`prepare.${month}`)) start(`prepare.${month}`, () => prepare(month))
      const next = reports.copies().find((pending) => keys.includes(copyKey(pending)))
      if (next && working.size === 0)
        start(copyKey(next), () => copy(next)) // one file at a time
      else if (working.size === 0) poll()
    },
    async stop() {
      stopped = true
      writing?.cancel()
      await Promise.all(working.values())
    },
  }
}
