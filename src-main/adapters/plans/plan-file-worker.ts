/** The thread of a plan file, so that a long one holds up neither the desk nor the alarms. */
import { parentPort, workerData } from 'node:worker_threads'
import { doTask, type PlanFileTask } from './plan-file-task.ts'

parentPort?.postMessage(doTask(workerData as PlanFileTask))
