#pragma once
#include <QSyntaxHighlighter>

namespace gb::ui {

/// Start line, header names, XML tags: enough to find one's way.
class MessageHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace gb::ui
