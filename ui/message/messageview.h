#pragma once
#include "core/flow/trace.h"
#include "core/message/charsetchoice.h"
#include "ui/message/parttree.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class QMenu;
class QStackedWidget;
class QPushButton;
class QTabBar;
class QTextEdit;
class QToolButton;
class QTreeWidget;

namespace gb::ui {

class MessageHighlighter;
class MessageValues;

/// One message: when, between whom, what is wrong with it; its text in its real charset, its headers in their parts, or
/// its octets.
class MessageView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype maxShown = 65'536; ///< octets; the rest is named, not shown

    explicit MessageView(QWidget *parent = nullptr);

    void setMessage(const MessageSummary &summary, const Datagram &datagram);
    void clear();
    /// Marks a text in this message and the next ones, and shows the first place of it; empty: no more.
    void setWanted(const QString &text);
    /// What stands in the pane, for tests.
    QString shownText() const;
    void showLineEnds(bool on);
    void showHex(bool on);
    enum Tab { Text, Structure, Hex };
    void setTab(Tab tab);
    Tab tab() const;
    bool hasMessage() const { return m_has; }
    /// Says that what is shown is not what the flow shows, with a button; empty: it is.
    void setAside(const QString &text, const QString &button);
    /// What it belongs to, and how that stands; empty: to nothing.
    void setBelongs(const QString &text);
    /// How the body is read; nothing: as it shows by itself.
    void setCharset(std::optional<Charset> charset);
    std::optional<Charset> charset() const { return m_charset; }
    QToolButton *lineEnds() const { return m_lineEnds; }
    MessageValues *values() const { return m_values; }
    void copy() const;

signals:
    /// `menu` has what can be done with the selected text, if that. The receiver adds to it and opens it at this place
    /// of the screen; closed, it deletes itself.
    void menuRequested(const QPoint &at, QMenu *menu);
    /// The button beside setAside()'s text.
    void showAllRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildHead(QVBoxLayout *column);
    void describeCharset();
    void setPlain(const QString &text);
    int hexColumns() const;
    void retranslate();
    void render();
    void describe();
    void showWanted();

    QLabel *m_title, *m_facts, *m_belongs, *m_faults, *m_empty;
    QTabBar *m_tabs;
    QToolButton *m_lineEnds, *m_copy;
    QTextEdit *m_text;
    QWidget *m_aside = nullptr;
    QLabel *m_asideText;
    QPushButton *m_showAll;
    QToolButton *m_charsetButton;
    QTreeWidget *m_parts;
    QStackedWidget *m_contents, *m_pages;
    MessageHighlighter *m_highlighter;
    MessageValues *m_values;
    BodyContext m_context;
    MessageSummary m_summary;
    QByteArray m_octets;
    QString m_wanted;
    std::optional<Charset> m_charset;
    int m_columns = 0; ///< octets a row of the hex dump
    bool m_has = false;
};

/// The text of a message as it can be shown: header section and body, the body in its real charset, control characters
/// visible. With `lineEnds` CR and LF have their signs.
QString readableText(const QByteArray &octets, bool lineEnds, std::optional<Charset> charset = std::nullopt);

/// 16 or 8 octets a row: offset, hex, characters. `tight`: without blanks between the octets.
QString hexDump(const QByteArray &octets, int columns = 16, bool tight = false);

} // namespace gb::ui
