/** The real HQ is held to what station and HQ promise each other, with the real relay. */
import { describe } from 'vitest'
import { handUpSuite } from '../hand-up.suite.ts'
import { openReal } from '../kit/hq-under-test.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

describe.skipIf(!hasPostgres)('over PostgreSQL', () => {
  const postgres = sharedPostgres()
  handUpSuite('HQ', () => openReal(postgres))
})
