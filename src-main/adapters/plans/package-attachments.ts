/** Reads which attachments a file with a whole document has, and which plan each belongs to. */
import type { PlanFinding } from '#main/core/ports.ts'
import { MOST_FILE_BYTES } from '#shared/domain/incident/record/files.ts'
import { MOST_ATTACHMENTS } from '#shared/domain/plan-attachment/attachment.ts'
import { MOST_PACKED_BYTES, type PackedFile } from '#shared/domain/site-document/package-files.ts'
import { badValue, error, isMap } from './package-findings.ts'

const LONGEST_NAME = 200
const MEBIBYTE = 1024 * 1024

type Entry = { file: PackedFile } | { findings: readonly PlanFinding[] }

function entryAt(value: unknown, path: string, planIds: ReadonlySet<unknown>): Entry {
  if (!isMap(value))
    return { findings: [badValue(path, '“名称: 值”的一组', 'a group of “name: value”')] }
  const { plan, name, sha256, bytes } = value
  const findings = [
    ...(plan === undefined || planIds.has(plan)
      ? []
      : [badValue(`${path}.plan`, '本文件里一份预案的编号', 'the id of a plan of this file')]),
    ...(typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_NAME
      ? []
      : [badValue(`${path}.name`, '附件的名称', 'the name of the attachment')]),
    ...(typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
      ? []
      : [badValue(`${path}.sha256`, 'SHA-256（64位十六进制）', 'a SHA-256 in hex')]),
    ...(typeof bytes === 'number' &&
    Number.isInteger(bytes) &&
    bytes > 0 &&
    bytes <= MOST_FILE_BYTES
      ? []
      : [badValue(`${path}.bytes`, '字节数，不超过25MB', 'a number of bytes, at most 25 MB')]),
  ]
  if (findings.length > 0) return { findings }
  return {
    file: {
      ...(typeof plan === 'string' && { plan }),
      ...{ name: String(name).trim(), sha256: String(sha256), bytes: Number(bytes) },
    },
  }
}

/** More than a document or a plan can have, or more than a file can bring. */
function tooMuch(files: readonly PackedFile[]): readonly PlanFinding[] {
  const bytes = new Map(files.map((file) => [file.sha256, file.bytes]))
  const sum = [...bytes.values()].reduce((all, more) => all + more, 0)
  const ofEach = [...Map.groupBy(files, ({ plan }) => plan).values()]
  const most = Math.max(0, ...ofEach.map((of) => of.length))
  return [
    ...(sum > MOST_PACKED_BYTES
      ? [
          error(
            'too-large',
            'attachments',
            `附件合计最多${MOST_PACKED_BYTES / MEBIBYTE}MB`,
            `The attachments may be ${MOST_PACKED_BYTES / MEBIBYTE} MB together`,
          ),
        ]
      : []),
    ...(most > MOST_ATTACHMENTS
      ? [
          error(
            'too-many',
            'attachments',
            `一份预案最多${MOST_ATTACHMENTS}个附件`,
            `A plan takes ${MOST_ATTACHMENTS} attachments at most`,
          ),
        ]
      : []),
  ]
}

/** `plans`: as the file has them. */
export function attachmentsIn(
  list: unknown,
  plans: unknown,
): { files: readonly PackedFile[]; findings: readonly PlanFinding[] } {
  if (!Array.isArray(list))
    return { files: [], findings: [badValue('attachments', '一个列表', 'a list')] }
  const ids = new Set((Array.isArray(plans) ? plans : []).filter(isMap).map(({ id }) => id))
  const entries = list.map((value, index) => entryAt(value, `attachments.${index}`, ids))
  const files = entries.flatMap((entry) => ('file' in entry ? [entry.file] : []))
  const findings = entries.flatMap((entry) => ('findings' in entry ? entry.findings : []))
  return { files, findings: [...findings, ...tooMuch(files)] }
}
