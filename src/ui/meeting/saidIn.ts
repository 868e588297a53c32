import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import type { View } from '../../domain/records/view.ts'
import { type AgendaPart, agendaParts } from '../../domain/rules/meetingAgenda.ts'

/** What was said in a part of the meeting; all of the child and the parents where it is about their views. */
export const saidIn = (file: ReviewFile, part: AgendaPart): Stored<View>[] =>
  file.views.filter(
    ({ topic, whose }) =>
      topic === agendaParts[part].label ||
      (part === 'child' && whose === 'child') ||
      (part === 'parents' && whose === 'parent'),
  )
