#pragma once
#include <QList>
#include <QSyntaxHighlighter>

namespace gb::ui {

/// A part of a line, and what it is.
struct MessageSpan
{
    enum class Role : quint8 { StartLine, HeaderName, Tag };
    Role role = Role::StartLine;
    qsizetype from = 0, size = 0;
    bool operator==(const MessageSpan &) const = default;
};

/// The parts of a line, from left to right. They do not overlap, so that what a line costs is as its size, whatever
/// stands in it.
QList<MessageSpan> messageSpans(QStringView line, bool isFirst, bool isBody);

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
