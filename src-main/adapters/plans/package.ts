/**
 * A whole document as one file (docs/plan-format.md §8): the document and its plans, for another
 * site. Reading it checks its form alone; what is wrong with the texts is told of them as drafts.
 */
import type { DocumentPackage, PlanDraft, PlanFinding } from '#main/core/ports.ts'
import { DraftSchema } from '#shared/contract/plans.ts'
import { isDocumentId, isDocumentTooLarge } from '#shared/domain/site-document/draft.ts'
import { withoutContents } from '#shared/domain/site-document/package-files.ts'
import { draftText, isPlanId, isTooLarge } from '#shared/domain/site-plan/draft.ts'
import { attachmentsIn } from './package-attachments.ts'
import { badValue, error, isMap } from './package-findings.ts'
import { parseWritten } from './read.ts'
import { writeWhole } from './write.ts'

/** What the file says that it is. */
export const PACKAGE_FORMAT = 'vigil-document/1'
/** Whether a text says that it is such a file, whatever else is wrong with it. */
export const isPackage = (written: string): boolean =>
  /^\s*(\{\s*"format"|format)\s*:\s*["']?vigil-document\//.test(written)

/** Whether a program after this one wrote it, in a form that this one does not know. */
const isNewer = (format: unknown): boolean =>
  typeof format === 'string' && format !== PACKAGE_FORMAT && /^vigil-document\/\d+$/.test(format)

const MOST_PLANS = 100
const KEYS: readonly string[] = ['format', 'document', 'plans', 'attachments', 'contents']

const tooLarge = (path: string): PlanFinding =>
  error(
    'too-large',
    path,
    '太大或嵌套过深，不能作为草稿',
    'Too large or nested too deep to be kept as a draft',
  )

const FROM_NEWER: PlanFinding = error(
  'newer-format',
  'format',
  '这份文件是更新版本的程序导出的，这里读不懂；请先升级本机的程序，再导入',
  'A newer version of this program exported this file: update the program here, then import it',
)

/** JSON is read as such: it is what the station itself would write, and much quicker. */
function rawOf(written: string): { raw: unknown } | { findings: readonly PlanFinding[] } {
  if (/^\s*\{/.test(written))
    try {
      return { raw: JSON.parse(written) as unknown }
    } catch {
      // not JSON, then: a map of YAML may begin so, too
    }
  const parsed = parseWritten(written, '')
  if ('raw' in parsed) return parsed
  return {
    findings: parsed.findings.map(({ severity, code, path, message }) => ({
      severity,
      code,
      path,
      message,
    })),
  }
}

/** The part as a draft, or why it cannot be one; `isId` judges its id. */
function draftAt(
  value: unknown,
  path: string,
  isId: (id: string) => boolean,
  isLarge: (written: string) => boolean,
): { id: string; draft: PlanDraft } | { findings: readonly PlanFinding[] } {
  if (!isMap(value))
    return { findings: [badValue(path, '“名称: 值”的一组', 'a group of “name: value”')] }
  const id = value['id']
  if (typeof id !== 'string' || !isId(id))
    return {
      findings: [
        badValue(
          `${path}.id`,
          '编号：小写字母开头，只含小写字母、数字、点、连字符和下划线',
          'an id: starts with a lower-case letter; lower-case letters, digits, dots, hyphens, underscores',
        ),
      ],
    }
  const draft = DraftSchema.safeParse(value)
  return draft.success && !isLarge(draftText(draft.data))
    ? { id, draft: draft.data }
    : { findings: [tooLarge(path)] }
}

function plansOf(
  list: unknown,
  documentId: string,
): { plans: DocumentPackage['plans']; findings: readonly PlanFinding[] } {
  if (!Array.isArray(list))
    return { plans: [], findings: [badValue('plans', '一个列表', 'a list')] }
  if (list.length > MOST_PLANS)
    return {
      plans: [],
      findings: [
        error(
          'too-many',
          'plans',
          `最多${MOST_PLANS}份预案`,
          `There may be at most ${MOST_PLANS} plans`,
        ),
      ],
    }
  const ids = new Set<string>()
  const plans: { planId: string; draft: PlanDraft }[] = []
  const findings = list.flatMap((entry: unknown, index): readonly PlanFinding[] => {
    const read = draftAt(entry, `plans.${index}`, isPlanId, isTooLarge)
    if ('findings' in read) return read.findings
    const { id, draft } = read
    if (ids.has(id))
      return [
        error(
          'duplicate-plan',
          `plans.${id}`,
          `预案编号“${id}”写了不止一次`,
          `The plan id “${id}” stands in it more than once`,
        ),
      ]
    ids.add(id)
    plans.push({ planId: id, draft })
    return draft['document'] === documentId
      ? []
      : [
          error(
            'no-document',
            `plans.${id}.document`,
            `应为本文件的编号“${documentId}”`,
            `It must be the id of this document, “${documentId}”`,
          ),
        ]
  })
  return { plans, findings }
}

/** The document and plans of a file; findings, each with its path, if it is no such file. */
export function parsePackage(
  written: string,
): ({ ok: true } & DocumentPackage) | { ok: false; findings: readonly PlanFinding[] } {
  const parsed = rawOf(withoutContents(written))
  if ('findings' in parsed) return { ok: false, findings: parsed.findings }
  const { raw } = parsed
  if (isMap(raw) && isNewer(raw['format'])) return { ok: false, findings: [FROM_NEWER] }
  if (!isMap(raw) || raw['format'] !== PACKAGE_FORMAT)
    return {
      ok: false,
      findings: [
        error(
          'missing',
          'format',
          `开头应有“format: ${PACKAGE_FORMAT}”。这里只收本程序导出的整份预案文件；单份预案请在预案页导入，纸上的预案请按“从纸质预案生成…”`,
          `It must begin with “format: ${PACKAGE_FORMAT}”. Only a whole document exported by this program can be imported here; import one plan at the page of plans, and paste a plan that is on paper`,
        ),
      ],
    }
  const unknown = Object.keys(raw)
    .filter((key) => !KEYS.includes(key))
    .map((key) => error('unknown-key', '', `这里没有“${key}”这一项`, `There is no “${key}” here`))
  const attached = attachmentsIn(raw['attachments'] ?? [], raw['plans'])
  const document = draftAt(raw['document'], 'document', isDocumentId, isDocumentTooLarge)
  if ('findings' in document)
    return { ok: false, findings: [...unknown, ...document.findings, ...attached.findings] }
  const { plans, findings } = plansOf(raw['plans'] ?? [], document.id)
  const all = [...unknown, ...findings, ...attached.findings]
  return all.length > 0
    ? { ok: false, findings: all }
    : {
        ok: true,
        ...{ documentId: document.id, document: document.draft, plans },
        attachments: attached.files,
      }
}

/**
 * The text of the file; the document in the order of the guide, then its plans, then which
 * attachments belong to them.
 */
export const writePackage = ({
  document,
  plans,
  attachments,
}: Pick<DocumentPackage, 'document' | 'attachments'> & { plans: readonly PlanDraft[] }): string =>
  writeWhole(PACKAGE_FORMAT, document, plans, attachments)
