/**
 * Reads plan and document files from disk: YAML, then the schema. What cannot be read becomes a
 * finding.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { z } from 'zod'
import type { Severity } from '#shared/domain/plan/lint.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { explain, MOST_FINDINGS } from './explain.ts'
import { mend, type Mended } from './mend.ts'
import { DocumentFile, type DocumentData } from '#shared/contract/document-file.ts'
import { PlanFile, type PlanData } from '#shared/contract/plan-file.ts'
import { yaml } from './yaml.ts'

export const DOCUMENT = 'document.yaml'

/**
 * A finding as a planner sees it. `path` is the way inside the file, empty for the file as a whole.
 */
export type FileFinding = {
  file: string
  path: string
  severity: Severity
  code: string
  message: LocalizedText
}
/**
 * `raw` is what was written, `data` what it means. `tells`: its writing has faults, and only these
 * findings of the rules are of what could be read.
 */
export type Read<T> = { file: string; data: T; raw: unknown; tells?: Mended['tells'] }
export type Sources = {
  documents: readonly Read<DocumentData>[]
  plans: readonly Read<PlanData>[]
  findings: readonly FileFinding[]
}

const fault = (file: string, path: string, code: string, message: LocalizedText): FileFinding => ({
  file,
  path,
  severity: 'error',
  code,
  message,
})

type Parsed = { raw: unknown } | { findings: readonly FileFinding[] }

/** What a file says as plain data; null if it cannot be read as YAML. */
export function readRaw(file: string): unknown {
  const parsed = parse(file)
  return 'raw' in parsed ? parsed.raw : null
}

function parse(file: string): Parsed {
  let written: string
  try {
    written = readFileSync(file, 'utf8')
  } catch {
    return {
      findings: [
        fault(file, '', 'unreadable', localized('打不开这个文件', 'This file cannot be opened')),
      ],
    }
  }
  return parseWritten(written, file)
}

const DEEPEST = 60 // brackets within brackets; a plan needs three
const MOST_ALIASES = 200 // written in the file

/**
 * Whether the text is so deep, or refers to itself so often, that reading it would hold up the
 * alarms. Brackets and stars of prose count as well: no prose has so many.
 */
function isUnreasonable(written: string): boolean {
  let depth = 0
  for (const sign of written) {
    if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    if (depth > DEEPEST) return true
  }
  return [...written.matchAll(/(?<![^\s,[{:])[*&][^\s,[\]{}]/g)].length > MOST_ALIASES
}

/**
 * The plain value of a YAML text, or what is wrong with its writing. `file` is only named in what
 * is found.
 */
export function parseWritten(written: string, file: string): Parsed {
  if (isUnreasonable(written))
    return {
      findings: [
        fault(
          file,
          '',
          'bad-yaml',
          localized('嵌套过深，或引用过多', 'Nested too deep, or too many aliases'),
        ),
      ],
    }
  const document = yaml().parseDocument(written)
  if (document.errors.length > 0)
    return {
      findings: document.errors.slice(0, MOST_FINDINGS).map((error) => {
        const line = error.linePos?.[0].line ?? 1
        return fault(
          file,
          '',
          'bad-yaml',
          localized(
            `第${line}行写法有误（${error.code}）`,
            `Line ${line}: ${error.message.split('\n')[0]}`,
          ),
        )
      }),
    }
  try {
    return { raw: document.toJS() }
  } catch (error) {
    return {
      findings: [
        fault(
          file,
          '',
          'bad-yaml',
          localized('引用过多或无效', error instanceof Error ? error.message : 'Bad alias'),
        ),
      ],
    }
  }
}

function readAs<T>(
  schema: z.ZodType<T>,
  file: string,
  expectedId: (data: T) => { id: string; should: string },
  mended: (raw: unknown) => { data: T; tells: Mended['tells'] } | null = () => null,
): { read?: Read<T>; findings: readonly FileFinding[] } {
  const parsed = parse(file)
  if ('findings' in parsed) return parsed
  const checked = schema.safeParse(parsed.raw)
  if (!checked.success) {
    const rest = mended(parsed.raw)
    return {
      ...(rest && { read: { file, raw: parsed.raw, ...rest } }),
      findings: explain(checked.error.issues, parsed.raw).map(({ path, code, message }) =>
        fault(file, path, code, message),
      ),
    }
  }
  const { id, should } = expectedId(checked.data)
  const findings =
    id === should
      ? []
      : [
          fault(
            file,
            'id',
            'file-name',
            localized(
              `编号“${id}”与名称“${should}”不一致`,
              `The id “${id}” differs from the name “${should}”`,
            ),
          ),
        ]
  return { read: { file, data: checked.data, raw: parsed.raw }, findings }
}

const readDocument = (file: string) =>
  readAs<DocumentData>(DocumentFile, file, ({ id }) => ({ id, should: basename(dirname(file)) }))
const readPlan = (file: string) =>
  readAs<PlanData>(PlanFile, file, ({ id }) => ({ id, should: basename(file, '.yaml') }), mend)

/** Reads these files; which of them is a document file is told by its name. */
export function readFiles(files: readonly string[]): Sources {
  const documents = files.filter((file) => basename(file) === DOCUMENT).map(readDocument)
  const plans = files.filter((file) => basename(file) !== DOCUMENT).map(readPlan)
  return {
    documents: documents.flatMap(({ read }) => read ?? []),
    plans: plans.flatMap(({ read }) => read ?? []),
    findings: [...documents, ...plans].flatMap(({ findings }) => findings),
  }
}

/**
 * Every plan and document file of a library folder (`<dir>/<document>/*.yaml`), in the order of
 * their names.
 */
export function libraryFiles(dir: string): readonly string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((folder) =>
      readdirSync(join(dir, folder))
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => join(dir, folder, name)),
    )
}
