/** After each spec file of the project `hq`. */
import { afterAll } from 'vitest'
import { leaveShared } from '../kit/shared-postgres.ts'

afterAll(leaveShared)
