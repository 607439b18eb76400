/**
 * Runs before each renderer test file: whatever a test mounts is unmounted after it, so that
 * listeners never pile up.
 */
import { afterEach } from 'vitest'
import { enableAutoUnmount } from '@vue/test-utils'

enableAutoUnmount(afterEach)
