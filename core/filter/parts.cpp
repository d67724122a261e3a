#include "core/filter/parts.h"

#include "core/filter/tokens.h"

namespace gb::filter {

QStringList partsOf(const QString &text)
{
    using Kind = Token::Kind;
    const QString plain = withPlainSigns(text);
    std::optional<Problem> problem;
    QStringList parts;
    qsizetype from = -1; // where the part begins that is read
    int depth = 0;
    for (const Token &token : tokensOf(plain, problem)) {
        depth += token.kind == Kind::Open ? 1 : token.kind == Kind::Close ? -1 : 0;
        if (token.kind == Kind::Or && depth == 0)
            return {plain.trimmed()};
        if (token.kind == Kind::And && depth == 0)
            continue;
        from = from < 0 ? token.at : from;
        if (depth != 0 || (token.kind != Kind::Term && token.kind != Kind::Close))
            continue;
        parts.append(plain.mid(from, token.at + token.length - from));
        from = -1;
    }
    return parts;
}

} // namespace gb::filter
