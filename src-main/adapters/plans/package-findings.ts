/** Findings of a file that holds a whole document, before its texts are looked at as drafts. */
import type { PlanFinding } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'

export const error = (code: string, path: string, zh: string, en: string): PlanFinding => ({
  severity: 'error',
  code,
  path,
  message: localized(zh, en),
})

export const badValue = (path: string, zh: string, en: string): PlanFinding =>
  error('bad-value', path, `应为${zh}`, `Expected ${en}`)

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
