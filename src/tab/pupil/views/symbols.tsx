import {
  BookOpenRegular,
  ArrowSyncRegular,
  BuildingRegular,
  ChatRegular,
  EmojiRegular,
  EmojiSadRegular,
  HandRightRegular,
  HomeRegular,
  PeopleRegular,
  RocketRegular,
  Speaker2Regular,
  SportSoccerRegular,
  StarRegular,
  ThumbDislikeRegular,
  ThumbLikeRegular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import type { questionSymbols } from '../../../domain/records/question.ts'

/** Line pictures that print black on white, from Microsoft’s Fluent icons. */
export const symbols: Record<keyof typeof questionSymbols, ComponentType<{ fontSize?: string }>> = {
  happy: EmojiRegular,
  sad: EmojiSadRegular,
  like: ThumbLikeRegular,
  hard: ThumbDislikeRegular,
  friends: PeopleRegular,
  home: HomeRegular,
  school: BuildingRegular,
  learn: BookOpenRegular,
  play: SportSoccerRegular,
  talk: ChatRegular,
  help: HandRightRegular,
  loud: Speaker2Regular,
  change: ArrowSyncRegular,
  star: StarRegular,
  future: RocketRegular,
}
