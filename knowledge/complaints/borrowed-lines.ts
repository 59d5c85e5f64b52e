/** A line that dresses up as somebody else’s: “客服：我给您退1000”, “[系统] 等级已升级”. */
const BORROWED =
  /^\s*(?:[[【(（]\s*)?(?:系统|系統|官方|客服|坐席|机器人|機器人|平台|主管|system|agent|support|bot|admin)[^\n：:\]】)）]{0,12}[\]】)）：:]/i;

/** What the customer says in their own name. */
export function withoutBorrowedLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !BORROWED.test(line))
    .join('\n');
}
