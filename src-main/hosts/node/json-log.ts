/**
 * Writes the technical log: one JSON object a line. No personal value may be handed to it.
 */
import type { Log } from '#main/core/ports.ts'

const describe = (error: unknown): { message: string; stack?: string } =>
  error instanceof Error
    ? { message: error.message, ...(error.stack && { stack: error.stack }) }
    : { message: String(error) }

export function createJsonLog(write: (line: string) => void): Log {
  const line = (level: 'info' | 'error', event: string, fields: object): void =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`)
  return {
    info: (event, detail = {}) => line('info', event, detail),
    error: (event, error, detail = {}) =>
      line('error', event, { ...detail, error: describe(error) }),
  }
}
