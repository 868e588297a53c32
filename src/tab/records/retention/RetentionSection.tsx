/** What may be disposed of, and what was. */
export const RetentionSection = ({ recordKey: _ }: { recordKey: string | null }) => null
