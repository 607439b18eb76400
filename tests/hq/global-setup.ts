/** Starts the PostgreSQL server of a run of the project `hq` (tests/kit/shared-postgres.ts). */
import type { TestProject } from 'vitest/node'
import { makeTemplate } from '../kit/hq-databases.ts'
import { hasPostgres, startPostgres } from '../kit/postgres.ts'

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!hasPostgres) {
    provide('postgres', 0)
    return () => Promise.resolve()
  }
  const server = await startPostgres()
  await makeTemplate(server)
  provide('postgres', server.port)
  return () => server.stop()
}
