#!/bin/sh
# 门户对接示例（curl）：新建案件、预检、上传、提交，等到核对完。
#
#   export MENSHEN_URL=http://127.0.0.1:8600 MENSHEN_KEY=msk_…
#   sh portal.sh application.json 身份证正面.jpg 身份证反面.jpg 手持身份证.jpg
set -eu

application=$1
shift
answer=$(mktemp -d)
trap 'rm -rf "$answer"' EXIT

menshen() {
    curl --silent --show-error --fail-with-body --retry 5 \
        --header "Authorization: Bearer $MENSHEN_KEY" "$@"
}

# 新建案件；同一 Idempotency-Key 重试，得到同一案件
menshen --request POST "$MENSHEN_URL/v1/cases" \
    --header 'Content-Type: application/json' \
    --header "Idempotency-Key: open-$(sha256sum "$application" | cut -c1-32)" \
    --data-binary "@$application" --dump-header "$answer/headers" --output "$answer/case.json"
case=$(sed -n 's/^[Ll]ocation: *//p' "$answer/headers" | tr -d '\r')
echo "已新建 $case"

for paper in "$@"; do
    # 预检：不保留文件；繁忙时跳过即可
    menshen --max-time 30 --form "file=@$paper" "$MENSHEN_URL/v1/precheck" || true
    echo
    # 上传：答复 201 即已可靠保存
    menshen --form "file=@$paper" "$MENSHEN_URL$case/files"
    echo
done

# 提交：答复 202；重复提交不起作用
menshen --request POST "$MENSHEN_URL$case/submit" --output "$answer/case.json"

# 等到核对完；正式对接请用事件推送，不必轮询
while grep -o '"state":"[a-z_]*"' "$answer/case.json" | head -n 1 | grep -q 'queued\|reading'; do
    sleep 2
    menshen "$MENSHEN_URL$case" --output "$answer/case.json"
done
cat "$answer/case.json"
echo
