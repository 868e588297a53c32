/** Who opened and passed on EHC plan data. */
export const LogSection = ({ recordKey: _ }: { recordKey: string | null }) => null
