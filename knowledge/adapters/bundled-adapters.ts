/** The consoles we bring, most specific first. Kept out of the content script: it asks the background for them. */
import chatwoot from './bundled/chatwoot.json' with { type: 'json' };
import converse from './bundled/converse.json' with { type: 'json' };
import feige from './bundled/feige.json' with { type: 'json' };
import intercom from './bundled/intercom.json' with { type: 'json' };
import jdDongdong from './bundled/jd-dongdong.json' with { type: 'json' };
import lineOa from './bundled/line-oa.json' with { type: 'json' };
import osticket from './bundled/osticket.json' with { type: 'json' };
import pinduoduo from './bundled/pinduoduo.json' with { type: 'json' };
import practice from './bundled/practice.json' with { type: 'json' };
import qiyu from './bundled/qiyu.json' with { type: 'json' };
import rocketChat from './bundled/rocket-chat.json' with { type: 'json' };
import roundcube from './bundled/roundcube.json' with { type: 'json' };
import rt from './bundled/rt.json' with { type: 'json' };
import theLounge from './bundled/the-lounge.json' with { type: 'json' };
import weixinShop from './bundled/weixin-shop.json' with { type: 'json' };
import whatsappWeb from './bundled/whatsapp-web.json' with { type: 'json' };
import zammad from './bundled/zammad.json' with { type: 'json' };
import zendesk from './bundled/zendesk.json' with { type: 'json' };
import type { ConsoleAdapter } from './console-adapter.ts';

/** JSON has no literal types; tests hold each against the schema. */
export const BUNDLED_ADAPTERS = [
  practice,
  converse,
  theLounge,
  chatwoot,
  feige,
  intercom,
  jdDongdong,
  lineOa,
  osticket,
  pinduoduo,
  qiyu,
  rocketChat,
  roundcube,
  rt,
  weixinShop,
  whatsappWeb,
  zammad,
  zendesk,
] as readonly unknown[] as readonly ConsoleAdapter[];
