#pragma once
#include <QComboBox>
#include <QHostAddress>

namespace gb::ui {

/// The addresses of this computer, those that cameras reach first.
class AddressBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit AddressBox(QWidget *parent = nullptr);

    /// Looks again what there is, in the language of now; the choice stays.
    void refresh();
    /// Null: the list's own first choice.
    void setAddress(const QHostAddress &address);
    QHostAddress address() const { return QHostAddress(currentData().toString()); }

private:
    void choose(const QString &address);
};

} // namespace gb::ui
