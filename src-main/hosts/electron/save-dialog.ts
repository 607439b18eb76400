/**
 * Saves a finished export, a plan, a document or an attached file through the system's own dialog.
 * The page names the file and never hands over its content.
 */
import { dialog, type BrowserWindow } from 'electron'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { saveAs } from '#main/adapters/export/save-file.ts'
import { wholeDocument } from '#main/adapters/plans/whole-document.ts'
import type { Caller, Station } from '#main/core/api.ts'
import type { Saved } from '#shared/contract/bridge.ts'
import type { Answered, Refused } from '#shared/contract/contract.ts'
import { fileNameOf } from '#main/adapters/http/file-routes.ts'
import { refusal } from '#main/adapters/http/http-refusals.ts'

type Content = { fileName: string; pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array> }
/** The request of a page, not yet checked. */
export type SaveRequest = {
  exportId?: unknown
  planId?: unknown
  documentId?: unknown
  fileId?: unknown
}

const written = (answer: Answered<'plans/export'>): Content | Refused =>
  answer.ok
    ? { fileName: answer.reply.fileName, pieces: () => [Buffer.from(answer.reply.yaml, 'utf8')] }
    : answer

/** A whole document with its attachments behind it, each read while it is written. */
async function documentOf(
  document: string,
  station: Station,
  caller: Caller,
): Promise<Content | Refused> {
  const answer = await station.request<'documents/export'>(
    { name: 'documents/export', input: { document } },
    caller,
  )
  if (!answer.ok) return answer
  const { fileName, yaml, files } = answer.reply
  const paths: { fileId: string; path: string }[] = []
  for (const { fileId } of files) {
    const file = await station.fileOf(fileId, caller)
    if (!file.ok) return file
    paths.push({ fileId, path: file.path })
  }
  return { fileName, pieces: () => wholeDocument(yaml, paths) }
}

async function contentOf(
  { exportId, planId, documentId, fileId }: SaveRequest,
  station: Station,
  caller: Caller,
): Promise<Content | Refused> {
  const named = [exportId, planId, documentId, fileId].filter((id) => id !== undefined)
  if (named.length > 1) return refusal('bad-request')
  if (typeof fileId === 'string') {
    const file = await station.fileOf(fileId, caller)
    if (!file.ok) return file
    return {
      fileName: fileNameOf(file),
      pieces: () => createReadStream(file.path) as AsyncIterable<Uint8Array>,
    }
  }
  if (typeof planId === 'string')
    return written(
      await station.request<'plans/export'>({ name: 'plans/export', input: { planId } }, caller),
    )
  if (typeof documentId === 'string') return documentOf(documentId, station, caller)
  if (typeof exportId !== 'string') return refusal('bad-request')
  const file = station.exported(exportId)
  return file
    ? {
        fileName: file.fileName,
        pieces: () => createReadStream(file.file) as AsyncIterable<Uint8Array>,
      }
    : refusal('not-found')
}

/**
 * Lets the person choose a place and writes the file there; a file of that name is replaced when
 * the new one is whole. A failing disk is a refusal, not a rejection.
 */
export async function saveWithDialog(
  window: BrowserWindow,
  request: SaveRequest,
  station: Station,
  caller: Caller,
): Promise<Saved | Refused> {
  const content = await contentOf(request, station, caller)
  if ('ok' in content) return content
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: content.fileName,
  })
  if (canceled || !filePath) return { ok: true, saved: false, file: null }
  return (
    (await saveAs(filePath, content.pieces())) ?? {
      ok: true,
      saved: true,
      file: basename(filePath),
    }
  )
}
