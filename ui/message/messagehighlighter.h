#pragma once
#include <QSyntaxHighlighter>

namespace gb::ui {

/// Start line, header names, XML tags: enough to find one's way.
class MessageHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    /// Whether a line that was looked at stands behind the header section.
    static bool isBody(const QTextBlock &block);

    /// What is looked for, upper and lower case alike; empty for nothing. Takes effect with the next text, or
    /// rehighlight().
    void setWanted(const QString &text) { m_wanted = text; }

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightWords(const QString &text);
    void highlightWanted(const QString &text);

    QString m_wanted;
};

} // namespace gb::ui
