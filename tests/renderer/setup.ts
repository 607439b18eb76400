/**
 * Runs before each renderer test file: whatever a test mounts is unmounted after it, so that
 * listeners never pile up, and what its tab keeps goes with it.
 */
import { afterEach } from 'vitest'
import { enableAutoUnmount } from '@vue/test-utils'

enableAutoUnmount(afterEach)
afterEach(() => globalThis.sessionStorage?.clear()) // specs of no page have none
