export const LimitsSection = () => null
