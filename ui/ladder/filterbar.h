#pragma once
#include "core/filter/parser.h"
#include "core/ladder/flowfilter.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace gb::ui {

class FilterCompleter;

/// The line in which the flow's filter is typed, what of a match is shown, and filters to choose. What cannot be read
/// is told below; the filter that was read last stays in force.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int pause = 300; ///< milliseconds without a key until the text counts

    /// `log` must outlive it. `view`: where the keyboard goes by Esc, Enter and the down arrow.
    FilterBar(const MessageLog &log, QWidget *view, QWidget *parent = nullptr);

    /// The one in force; what is typed is left alone where it is that already.
    void setFilter(const QString &text, FlowFilter::Scope scope);
    /// As if it were typed, but at once.
    void apply(const QString &text);
    void edit();
    /// Filters to choose.
    void setMenu(std::function<void(QMenu *)> fill) { m_fillMenu = std::move(fill); }
    /// What the filter does: of `all` messages `hidden` are hidden; the texts of this share of them were looked into.
    void tell(qsizetype hidden, qsizetype all, double looked);

    /// Stands under the bar while there is something to tell.
    QWidget *notes() const { return m_notes; }
    QLineEdit *line() const { return m_text; }
    const std::optional<filter::Problem> &problem() const { return m_problem; }
    /// All of what stands under the bar.
    QString told() const;

signals:
    void changed(const QString &text, gb::FlowFilter::Scope scope);
    void showAllRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void read();
    void mend();
    void fillScopes();
    void fillMenu();
    void refresh();
    static QString scopeName(FlowFilter::Scope scope);

    QLineEdit *m_text;
    FilterCompleter *m_completer;
    QToolButton *m_scopes, *m_filters;
    QWidget *m_notes;
    QLabel *m_wrong, *m_note;
    QToolButton *m_mend, *m_showAll;
    QMenu *m_scopeMenu, *m_filterMenu;
    std::function<void(QMenu *)> m_fillMenu;
    QString m_accepted; ///< text in force
    QString m_read;     ///< what was read last, `m_problem` is of it
    QString m_effect;   ///< what tell() was told
    FlowFilter::Scope m_scope = FlowFilter::Scope::Message;
    std::optional<filter::Problem> m_problem;
    QTimer m_typing;
};

} // namespace gb::ui
