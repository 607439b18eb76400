/**
 * Makes the schema library compile nothing, for a page that only reads what schemas are made of:
 * its policy forbids code made of text, and reports even the try. Imported before any schema.
 */
import { z } from 'zod'

z.config({ jitless: true })
