/** A folder for files that a test writes, and the writer of the product over it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import type { Printer } from '#main/adapters/export/printer.ts'
import type { DocumentOrder } from '#main/core/ports.ts'
import { SOURCE, WHOLE } from './papers.ts'

export type Folder = { at: (name: string) => string; names: () => readonly string[] }

export function folder(): Folder {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-export-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return { at: (name) => join(dir, name), names: () => readdirSync(dir).sort() }
}

export const logged: { event: string; error: unknown }[] = []
const log = {
  info: () => undefined,
  error: (event: string, error: unknown) => void logged.push({ event, error }),
}

/** The paper of every kind of value in Chinese, unless the test says otherwise. */
export const order = (file: string, more: Partial<DocumentOrder> = {}): DocumentOrder => ({
  document: WHOLE,
  source: SOURCE,
  format: 'xlsx',
  language: 'zh',
  file,
  ...more,
})

const noPrinter: Printer = () => Promise.reject(new Error('nothing is printed here'))
export const writer = (printer: Printer = noPrinter) => createDocumentWriter(printer, log)
