import type { PartProps } from '../parts.ts'
import { FormDesk } from './FormDesk.tsx'

/** An authority's own form, open in Word, and the review that fills it. */
export const FormPart = ({ option: { review }, onBusy }: PartProps) => (
  <FormDesk reviewKey={review.key} onBusy={onBusy} />
)
