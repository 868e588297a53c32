import type { PointerEvent } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { MeetingSettings } from '../../../domain/rules/plannerSettings.ts'
import type { Booking, PlanNeed } from '../../../domain/rules/plannerTypes.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'

/** What all weeks share. The same object as long as nothing of it changes, so that a week is drawn again only for its own sake. */
export type Shared = {
  readonly meetings: MeetingSettings
  readonly calendar: SchoolCalendar
  readonly pupils: ReadonlyMap<string, Stored<Pupil>>
  readonly needs: ReadonlyMap<string, PlanNeed>
  readonly mayWrite: boolean
  readonly busy: boolean
  onGrab(key: string, event: PointerEvent): void
  onMove(booking: Booking): void
  onBook(booking: Booking): void
  onUnpin(key: string): void
}
