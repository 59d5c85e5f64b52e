import { describe, expect, test } from 'vitest';
import {
  isBankCardNumber,
  isResidentIdentityNumber,
  maskPii,
  removeMasks,
} from '../../knowledge/privacy/index.ts';
import { toFullWidth } from '../support/make-personal-data.ts';

const PHONE = '13800138000';
/** The example of GB 11643-1999 itself. */
const IDENTITY = '11010519491231002X';
const CARD = '6222021234567894';

describe('a phone number is masked down to its last four digits', () => {
  test.each([
    ['bare', PHONE],
    ['with spaces', '138 0013 8000'],
    ['with dashes', '138-0013-8000'],
    ['with dots', '138.0013.8000'],
    ['with +86', `+86${PHONE}`],
    ['with +86 and spaces', '+86 138 0013 8000'],
    ['with 86-', '86-138-0013-8000'],
    ['with 0086', `0086${PHONE}`],
    ['in full-width digits', toFullWidth(PHONE)],
    ['in full-width digits with a full-width plus', `＋${toFullWidth(`86${PHONE}`)}`],
    ['with ideographic spaces', '138　0013　8000'],
  ])('%s', (_how, written) => {
    expect(maskPii(`打我电话${written}，谢谢`)).toBe('打我电话[手机号*8000]，谢谢');
  });

  test('and the country code in brackets stays behind as it carries nothing', () => {
    expect(maskPii(`(+86)${PHONE}`)).toBe('(+86)[手机号*8000]');
  });
});

describe('an identity number is masked only when its check character is right', () => {
  test.each([IDENTITY, IDENTITY.toLowerCase(), toFullWidth(IDENTITY), '110105 19491231 002X'])(
    '%s goes',
    (written) => {
      expect(maskPii(`身份证${written}。`)).toBe('身份证[身份证号]。');
    },
  );

  test.each([
    ['wrong check character', '110105194912310021'],
    ['a month that does not exist', '110105194913310029'],
    ['30 February', '110105199002300023'],
    ['a century out of range', '110105184912310025'],
  ])('%s stays', (_why, written) => {
    expect(isResidentIdentityNumber(written)).toBe(false);
    expect(maskPii(`编号${written}。`)).toBe(`编号${written}。`);
  });
});

describe('a bank card is masked only when it passes the Luhn check', () => {
  test.each([CARD, '6222 0212 3456 7894', '6222-0212-3456-7894', '4111111111111111', '378282246310005'])(
    '%s goes',
    (written) => {
      expect(maskPii(`卡号${written}`)).toBe(`卡号[银行卡*${written.slice(-4)}]`);
    },
  );

  test.each(['9558801234567890128', '9559901234567894', '9558 8012 3456 7890 128'])(
    '%s goes: old cards of two Chinese banks begin with 9',
    (written) => {
      expect(maskPii(`卡号${written}`)).toBe(`卡号[银行卡*${written.replaceAll(' ', '').slice(-4)}]`);
    },
  );

  test.each([
    ['too short for those banks', '955880123456782'],
    ['of no bank', '9111111111111111'],
  ])('a number that passes the check and begins with 9 stays: %s', (_why, number) => {
    expect(maskPii(`单号${number}`)).toBe(`单号${number}`);
  });

  test.each(['6222021234567895', '9558801234567890129', '4111111111111112', '62220212345'])(
    '%s stays',
    (written) => {
      expect(isBankCardNumber(written)).toBe(false);
      expect(maskPii(`卡号${written}`)).toBe(`卡号${written}`);
    },
  );

  test('a serial number that begins with a year is no card, whatever its last digit', () => {
    const serials = Array.from({ length: 10 }, (_, last) => `202611180042123${last}`);
    expect(serials.map((serial) => maskPii(`订单号${serial}`))).toEqual(
      serials.map((serial) => `订单号${serial}`),
    );
  });
});

test.each(['wang.li@example.com', 'wang+shop@mail.example.cn', 'ｗang@example.com', 'wang＠example．com'])(
  'the mail address %s is masked',
  (written) => {
    expect(maskPii(`发到 ${written} 就行`)).toContain('[邮箱]');
    expect(maskPii(`发到 ${written} 就行`)).not.toContain('example');
  },
);

describe('what only looks like personal data stays readable', () => {
  test.each([
    '订单号202611180042',
    '订单号 20261118004217',
    '订单号202611180042171234567890123',
    '快递SF1380013800012',
    '快递单号A13800138000',
    '一共199.00元，优惠20元',
    '2026-11-18 09:30:00 下的单',
    '20261118到20261120',
    '电话010-62345678',
    '转接400-810-6666',
    '12800138000',
    '号码是1380013800',
    '29元200G',
    '版本 1.2.3.4.5.6.7.8.9.0.1',
    '@王女士 在吗',
    '价格@5.00',
  ])('%s', (text) => {
    expect(maskPii(text)).toBe(text);
  });
});

describe('numbers side by side are each masked', () => {
  test.each([
    [`${PHONE} 13900139000`, '[手机号*8000] [手机号*9000]'],
    [`${PHONE}-13900139000`, '[手机号*8000]-[手机号*9000]'],
    [`${PHONE}、13900139000`, '[手机号*8000]、[手机号*9000]'],
    [`138 0013 8000 139 0013 9000 137 0013 7000`, '[手机号*8000] [手机号*9000] [手机号*7000]'],
    [`${IDENTITY} ${PHONE}`, '[身份证号] [手机号*8000]'],
    [`${CARD} ${IDENTITY}`, '[银行卡*7894] [身份证号]'],
    [`${PHONE}wang@example.com`, '[邮箱]'],
  ])('%s', (text, masked) => {
    expect(maskPii(text)).toBe(masked);
  });

  test.each([
    ['a tracking number before it', `SF1234567890 ${PHONE}`, 'SF1234567890 [手机号*8000]'],
    ['a date before it', `2026-11-18 ${PHONE}`, '2026-11-18 [手机号*8000]'],
    ['an amount before it', `99 138 0013 8000 139 0013 9000`, '99 [手机号*8000] [手机号*9000]'],
    ['a data plan after it', `${PHONE} 5G`, '[手机号*8000] 5G'],
  ])('even with %s', (_what, text, masked) => {
    expect(maskPii(text)).toBe(masked);
  });
});

test('a phone number whose beginning still completes the card before it is hidden with it', () => {
  expect(isBankCardNumber(CARD)).toBe(true);
  expect(isBankCardNumber(`${CARD}138`)).toBe(true);
  expect(maskPii('6222 0212 3456 7894 138 0013 8000，谢谢')).toBe('[银行卡*4138]，谢谢');
});

test('removing masks leaves what the customer said around them', () => {
  const masked = maskPii(`我${PHONE}的卡 ${IDENTITY} ${CARD} a@b.com 退不了`);
  expect(removeMasks(masked).replace(/ +/g, ' ')).toBe('我 的卡 退不了');
});

test('removing masks leaves other brackets alone', () => {
  expect(removeMasks('[图片] [手机号] [手机号*12]')).toBe('[图片] [手机号] [手机号*12]');
});
