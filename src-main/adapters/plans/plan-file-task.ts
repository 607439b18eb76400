/** What a thread of plan texts is given to do: a file is read or written, a plan or a document. */
import type { PlanDraft, PlanFiles } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { parsePackage, writePackage } from './package.ts'
import { parseWritten } from './read.ts'
import { writePlan } from './write.ts'

export type PlanFileTask =
  | { do: 'readPlan'; written: string }
  | { do: 'readPackage'; written: string }
  | { do: 'writePlan'; draft: PlanDraft }
  | { do: 'writePackage'; whole: Parameters<PlanFiles['writePackage']>[0] }

/**
 * What a file says, as JSON would: without values that only YAML knows. Null for one that has no
 * end.
 */
function plain(raw: unknown): PlanDraft | null {
  try {
    const value: unknown = JSON.parse(JSON.stringify(raw))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as PlanDraft)
      : null
  } catch {
    return null
  }
}

/** The draft that the file of a plan holds, or what is wrong with its writing. */
export function readPlan(written: string): Awaited<ReturnType<PlanFiles['readPlan']>> {
  const parsed = parseWritten(written, '')
  if ('findings' in parsed)
    return {
      ok: false,
      findings: parsed.findings.map(({ severity, code, path, message }) => ({
        severity,
        code,
        path,
        message,
      })),
    }
  const draft = plain(parsed.raw)
  if (typeof draft?.id === 'string') return { ok: true, planId: draft.id, draft }
  return {
    ok: false,
    findings: [
      {
        severity: 'error',
        code: 'missing',
        path: 'id',
        message: localized(
          '没有预案编号（id）。这里只收本程序导出的预案文件（.yaml）；纸上的预案请新建后逐条填写',
          'It has no plan id. Only a plan file exported by this program (.yaml) can be imported; start a plan that is on paper as a new one',
        ),
      },
    ],
  }
}

export function doTask(task: PlanFileTask) {
  switch (task.do) {
    case 'readPlan':
      return readPlan(task.written)
    case 'readPackage':
      return parsePackage(task.written)
    case 'writePlan':
      return writePlan(task.draft)
    case 'writePackage':
      return writePackage(task.whole)
  }
}

/** In this thread: for a program that only reads a record, and for tests of other things. */
export const planFilesAtOnce: PlanFiles = {
  readPlan: async (written) => readPlan(written),
  readPackage: async (written) => parsePackage(written),
  writePlan: async (draft) => writePlan(draft),
  writePackage: async (whole) => writePackage(whole),
}
