import { t } from '../../../words/t.ts'
import { showCount } from '../../../domain/counted.ts'

/** `340 KB`, `12.4 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? t`${showCount(Math.ceil(bytes / 1000))} KB` : t`${(bytes / 1_000_000).toFixed(1)} MB`
