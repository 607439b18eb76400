/** Reads a plan file from a picker for the station, which reads its YAML. */
import type { Answered, Input, Name, Refused } from '#shared/contract/contract.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { SavedDraft } from '#shared/contract/plans.ts'

/**
 * More than a plan file may have, in bytes: what is larger is not even read. The station refuses
 * what is too long for it.
 */
const MOST = 1024 * 1024

/**
 * The text of a chosen file: UTF-8, else GB 18030, which editors in China still write (GBK is a
 * part of it). Null: it is too large, or it is no text in either.
 */
export async function textOf(file: Blob): Promise<string | null> {
  if (file.size > MOST) return null
  const bytes = await file.arrayBuffer()
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return null
}

const WHAT_IS_TAKEN = localized(
  '这里只收本程序导出的预案文件（.yaml）。Word（.docx）、文字稿（.txt）和有文字的PDF，请在预案库按“从纸质预案生成…”；别的请按“新预案…”，一步一行地写。',
  'Only a plan file that this program has exported (.yaml) is taken. For a .docx, a .txt or a PDF with text press “From a paper plan…” in the plan library; otherwise press “New plan…” and write one step a line.',
)
const refusing = (zh: string, en: string): LocalizedText =>
  localized(`${zh}${WHAT_IS_TAKEN.zh}`, `${en} ${WHAT_IS_TAKEN.en}`)

/** What other programs write, by the ends of their files' names. */
const OTHERS: readonly (readonly [RegExp, string, string])[] = [
  [/\.(docx?|wps|rtf|odt)$/i, '这是Word文档。', 'This is a Word document.'],
  [/\.(xlsx?|et|ods|csv)$/i, '这是表格，读不了。', 'This is a spreadsheet, which cannot be read.'],
  [/\.(pptx?|dps|odp)$/i, '这是演示文稿，读不了。', 'These are slides, which cannot be read.'],
  [/\.(pdf|ofd)$/i, '这是版式文件（PDF）。', 'This is a PDF.'],
  [
    /\.(png|jpe?g|gif|bmp|tiff?|webp|heic)$/i,
    '这是图片，读不了。',
    'This is a picture, which cannot be read.',
  ],
]

/** Why a chosen file is not taken; `text` as {@link textOf} read it. Null: it may be a plan. */
export function notTaken(
  file: { name: string; size: number },
  text: string | null,
): LocalizedText | null {
  const other = OTHERS.find(([end]) => end.test(file.name))
  if (other) return refusing(other[1], other[2])
  if (file.size > MOST) return refusing('这个文件超过1MB。', 'This file is larger than 1 MB.')
  if (text === null) return refusing('这个文件不是文字。', 'This file is no text.')
  return !/(^|[{,\s])["']?id["']?\s*:/m.test(text)
    ? refusing(
        '这个文件里没有预案编号（id），不是预案文件。',
        'This file has no id of a plan, so it is no plan file.',
      )
    : null
}

type Request = <N extends Name>(name: N, input: Input<N>) => Promise<Answered<N>>

/**
 * The id that a plan file begins with, null if it does not say one: only to ask before somebody's
 * draft is replaced.
 */
export const idIn = (yaml: string): string | null =>
  /^id:\s*['"]?([a-z][a-z0-9._-]{0,59})['"]?\s*(?:#.*)?$/m.exec(yaml)?.[1] ?? null

export type Imported =
  | { ok: true; planId: string; findings: number }
  | { ok: false; refused: Refused }
  | { ok: false; draft: SavedDraft; planId: string }

/**
 * Takes a file in as a draft. A draft that is already there is not replaced unless `over` says so:
 * then it is answered what is there.
 */
export async function importPlan(request: Request, yaml: string, over = false): Promise<Imported> {
  const id = idIn(yaml)
  const there = id === null ? null : await request('plans/draft-read', { planId: id })
  const before = there?.ok ? there.reply : null
  if (before && id !== null && !over) return { ok: false, draft: before, planId: id }
  const answer = await request('plans/import', { yaml, basedOn: before?.basedOn ?? null })
  return answer.ok
    ? { ok: true, planId: answer.reply.planId, findings: answer.reply.findings.length }
    : { ok: false, refused: answer }
}
