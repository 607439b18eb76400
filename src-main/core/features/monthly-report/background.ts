/**
 * What the station does with reports by itself: prepares each month once when it is over, and
 * copies it to a folder if that is arranged. Its instants are deadlines like any other; the work
 * goes on beside the engine, which never waits for it. What fails is tried again, with a growing
 * pause.
 */
import { monthPaper, PAPER_RULES } from '#shared/domain/monthly-report/document.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Log, DocumentWriter, DocumentWriting, Vault } from '../../ports.ts'
import type { Copy } from './state.ts'
import { drafted } from './commands.ts'
import { drawMonth, type ReportReading } from './data.ts'
import { checkOf } from './queries.ts'
import { issueIn, reportStream, type ReportEvent, type ReportState } from './record.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { Submission, SubmissionResult } from '../../engine/batch.ts'

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [60_000, 3_600_000]
const SAID_FOR_MS = 3_600_000

type Around = {
  context: ReportReading
  vault: Vault
  papers: DocumentWriter | null
  log: Log
  submit: (job: Submission) => Promise<SubmissionResult>
  /**
   * Says something on the desk under a name, for so long (null: until it is said otherwise); null
   * takes it away.
   */
  setNotice: (name: string, says: LocalizedText | null, forMs: number | null) => void
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

const copyKey = ({ month, issue }: Copy): string => `copy.${month}.${issue ?? 'draft'}`
const fileIn = (folder: string, name: string): string => {
  const mark = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(mark) ? `${folder}${name}` : `${folder}${mark}${name}`
}

export function createReportWork({
  context,
  vault,
  papers,
  log,
  submit,
  setNotice,
  arm,
  by,
}: Around): ReportWork {
  const { memory, journal, now } = context
  const book = memory.reports
  const working = new Map<string, Promise<void>>()
  const failed = new Map<string, { times: number; again: number }>() // again: UTC ms
  let writing: DocumentWriting | null = null
  let stopped = false

  /**
   * Saves one event on a month's report, if it is still wanted on the state that it stands on then.
   */
  async function record(
    month: string,
    event: ReportEvent,
    wanted: (state: ReportState) => boolean,
  ): Promise<void> {
    const done = await submit({
      command: null,
      exclusive: true,
      decide: async () => {
        const state = book.state(month)
        return wanted(state)
          ? drafted(month, state, event, { at: now(), by })
          : { ok: true, expect: {}, events: [], seals: [], rows: [], documents: [], reply: {} }
      },
    })
    if (!done.ok) throw new Error(done.code)
  }

  async function prepare(month: string): Promise<void> {
    const matter = await drawMonth(month, context)
    const check = checkOf(monthPaper(matter, book.state(month).written, null), vault)
    await record(
      month,
      {
        type: 'ReportPrepared',
        position: matter.position,
        asOf: matter.asOf,
        check,
        rules: PAPER_RULES,
      },
      ({ prepared }) => prepared === null || prepared.at > now(),
    )
  }

  async function paperOf({
    month,
    issue,
  }: Copy): Promise<{ paper: ReturnType<typeof monthPaper>; position: number }> {
    const issued = issue === null ? null : issueIn(await journal.events(reportStream(month)), issue)
    if (issued) return issued
    const matter = await drawMonth(month, context)
    return { paper: monthPaper(matter, book.state(month).written, null), position: matter.position }
  }

  const copyFailed = (folder: string, { message }: Pick<Refusal, 'message'>): LocalizedText =>
    localized(
      `月报没有抄存到${folder}：${message.zh}。会自动再试，间隔逐渐加长；也可在“设置”里改文件夹。`,
      `The monthly report was not copied to ${folder}: ${message.en}. It is tried again by itself, at growing intervals; the folder can be changed under Settings.`,
    )
  const copyWorks = (folder: string): LocalizedText =>
    localized(
      `月报抄存已恢复，文件在${folder}。`,
      `The monthly report is copied again; its files are in ${folder}.`,
    )

  async function copy(one: Copy): Promise<void> {
    const { copy: wanted } = book.arranged()
    if (!wanted || !papers) return
    const { paper, position } = await paperOf(one)
    const hash = (await journal.hashAt(position)) ?? ''
    for (const format of wanted.formats) {
      writing = papers.write({
        paper,
        source: { position, hash },
        format,
        language: wanted.language,
        file: fileIn(wanted.folder, `${paper.name}.${format}`),
      })
      const written = await writing.done
      writing = null
      if (written.ok) continue
      if (!stopped) setNotice('report-copy', copyFailed(wanted.folder, written), null)
      throw new Error(written.code)
    }
    const issue = one.issue === null ? 'draft' : String(one.issue)
    await record(
      one.month,
      { type: 'ReportCopied', issue, name: paper.name, formats: wanted.formats },
      ({ copied }) => !copied.includes(issue),
    )
    if (failed.has(copyKey(one))) setNotice('report-copy', copyWorks(wanted.folder), SAID_FOR_MS)
  }

  function deadlines(): readonly Timed[] {
    const { month, dueAt } = book.next(now(), memory.site.zone)
    const all = [
      { key: `prepare.${month}`, dueAt },
      ...(papers
        ? book.copies().map((one) => ({ key: copyKey(one), dueAt: book.arranged().at }))
        : []),
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
      const { month } = book.next(now(), memory.site.zone)
      if (keys.includes(`prepare.${month}`)) start(`prepare.${month}`, () => prepare(month))
      const next = book.copies().find((one) => keys.includes(copyKey(one)))
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
